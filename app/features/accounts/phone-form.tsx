import { formState, type FormResult } from '~/forms/form-state'
import { SubmitButton } from '~/forms/submit-button'
import { loginPath, phoneLoginPath } from '~/http/paths'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import { HelpFrame } from '~/ui/help-frame'
import { Link } from '~/ui/link'

/** Signing in by phone, first step. The answer is the same whether there is such an account. */
export function PhoneForm({ result }: { result: FormResult }) {
  const form = formState(['phone'], result)
  return (
    <HelpFrame current="account">
      <ErrorSummary errors={form.errors} />
      <h1 className="page-title">Sign in by phone</h1>
      <form className="form" action={phoneLoginPath} method="post" noValidate>
        <TextField
          {...form.field('phone')}
          label="Phone number"
          hint="With country code, such as +49 151 23456789. We send a code to it by SMS."
          type="tel"
          autoComplete="tel"
        />
        <p className="actions">
          <SubmitButton busy="Sending…">Send me a code</SubmitButton>
        </p>
      </form>
      <p className="small muted after-list">
        It works for a number that you have added to your account.{' '}
        <Link to={loginPath}>Sign in another way</Link>.
      </p>
    </HelpFrame>
  )
}
