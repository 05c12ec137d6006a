import type { ReactNode } from 'react'
import { formState, type FormResult } from '~/forms/form-state'
import { SubmitButton } from '~/forms/submit-button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'

type Props = {
  action: string
  title: string
  /** Where the code went, as the field's hint. */
  hint: string
  button: string
  result: FormResult
  /** Hidden fields of the form. */
  children?: ReactNode
}

/** Six digits that came by mail or SMS. */
export function CodeForm({ action, title, hint, button, result, children }: Props) {
  const form = formState(['code'], result)
  return (
    <>
      <ErrorSummary errors={form.errors} />
      <h1 className="page-title">{title}</h1>
      <form className="form" action={action} method="post" noValidate>
        {children}
        <TextField
          {...form.field('code')}
          label="Code"
          hint={hint}
          inputMode="numeric"
          autoComplete="one-time-code"
        />
        <p className="actions">
          <SubmitButton name="intent" value="check" busy="Checking…">
            {button}
          </SubmitButton>
        </p>
      </form>
    </>
  )
}
