import type { ReactNode } from 'react'
import { formState, type FormResult } from '~/forms/form-state'
import { SubmitButton } from '~/forms/submit-button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import { HelpFrame } from '~/ui/help-frame'
import { KeptFlash } from '~/ui/kept-flash'

type Props = {
  action: string
  title: string
  /** What comes by mail. */
  hint: string
  result: FormResult
  /** Other ways, below the form. */
  children: ReactNode
}

/** An address, and a mail goes to it. The answer is the same whether there is such an account. */
export function EmailRequestForm({ action, title, hint, result, children }: Props) {
  const form = formState(['email'], result)
  return (
    <HelpFrame current="account">
      <ErrorSummary errors={form.errors} />
      <KeptFlash />
      <h1 className="page-title">{title}</h1>
      <form className="form" action={action} method="post" noValidate>
        <TextField
          {...form.field('email')}
          label="Email"
          hint={hint}
          type="email"
          autoComplete="username"
          inputMode="email"
          spellCheck={false}
        />
        <p className="actions">
          <SubmitButton busy="Sending…">Send me a link</SubmitButton>
        </p>
      </form>
      <p className="small muted after-list">{children}</p>
    </HelpFrame>
  )
}
