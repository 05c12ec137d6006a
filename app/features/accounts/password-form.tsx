import { formState, type FormResult } from '~/forms/form-state'
import { SubmitButton } from '~/forms/submit-button'
import { ErrorSummary } from '~/ui/error-summary'
import { NewPasswordField } from './new-password-field'
import { StepUpField } from './step-up-field'

type Props = { action: string; title: string; proven: boolean; result: FormResult }

/** A new password, and the one so far from people who have not just proved who they are. */
export function PasswordForm({ action, title, proven, result }: Props) {
  const form = formState(['current', 'password'], result)
  return (
    <>
      <ErrorSummary errors={form.errors} />
      <h1 className="page-title">{title}</h1>
      <form className="form" action={action} method="post" noValidate>
        <StepUpField {...form.field('current')} proven={proven} here={action} />
        <NewPasswordField {...form.field('password')} label="New password" />
        <p>
          You are signed out on all other devices, and we tell you by email that it was changed.
        </p>
        <p className="actions">
          <SubmitButton busy="Changing your password…">Change my password</SubmitButton>
        </p>
      </form>
    </>
  )
}
