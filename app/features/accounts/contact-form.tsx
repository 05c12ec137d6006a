import type { ReactNode } from 'react'
import { formState, type FormResult } from '~/forms/form-state'
import { SubmitButton } from '~/forms/submit-button'
import { accountPath } from '~/http/paths'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import { Link } from '~/ui/link'
import { StepUpField } from './step-up-field'

type Props = {
  kind: 'email' | 'phone'
  action: string
  title: string
  proven: boolean
  result: FormResult
  /** What happens after the button. */
  children: ReactNode
}

const FIELD = {
  email: { label: 'New email address', type: 'email', autoComplete: 'email', inputMode: 'email' },
  phone: { label: 'Phone number', type: 'tel', autoComplete: 'tel', inputMode: 'tel' },
} as const

/** Another address or number, after proof that it is the person who asks. */
export function ContactForm({ kind, action, title, proven, result, children }: Props) {
  const form = formState(['current', kind], result)
  return (
    <>
      <ErrorSummary errors={form.errors} />
      <h1 className="page-title">{title}</h1>
      <form className="form" action={action} method="post" noValidate>
        <StepUpField {...form.field('current')} proven={proven} here={action} />
        <TextField
          {...form.field(kind)}
          {...FIELD[kind]}
          hint={kind === 'phone' ? 'With country code, such as +49 151 23456789.' : undefined}
          spellCheck={false}
        />
        <p>{children}</p>
        <p className="actions">
          <SubmitButton busy="Sending…">Continue</SubmitButton> <Link to={accountPath}>Cancel</Link>
        </p>
      </form>
    </>
  )
}
