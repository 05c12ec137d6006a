import { formState, type FormResult } from '~/forms/form-state'
import { SubmitButton } from '~/forms/submit-button'
import { KeptFlash } from '~/ui/kept-flash'
import { loginPath, passwordForgotPath, signupPath } from '~/http/paths'
import { safeNext } from '~/http/safe-next'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import { Flash } from '~/ui/flash'
import { HelpFrame } from '~/ui/help-frame'
import { Link } from '~/ui/link'
import { Section } from '~/ui/section'

type Props = {
  /** Where to go after signing in; a path of ours. */
  next: string
  /** True when the person was on the way to another page. */
  asked: boolean
  /** The ways in without a password that this portal has. */
  ways: { to: string; label: string }[]
  result: FormResult
}

export function SignInForm({ next, asked, ways, result }: Props) {
  const form = formState(['email', 'password'], result)
  // After a wrong password the address has lost its query; the form still knows where to go.
  const goal = safeNext(result?.initialValue?.next, next)
  return (
    <HelpFrame current="account">
      <div className="sign-in">
        <div>
          <ErrorSummary errors={form.errors} />
          <KeptFlash />
          {asked && form.errors.length === 0 ? (
            <Flash tone="info">Sign in to see that page. You come back to it after that.</Flash>
          ) : null}
          <h1 className="page-title">Sign in</h1>
          <form className="form" action={loginPath} method="post" noValidate>
            <input type="hidden" name="next" value={goal} />
            <TextField
              {...form.field('email')}
              label="Email"
              type="email"
              autoComplete="username"
              inputMode="email"
              spellCheck={false}
            />
            <TextField
              {...form.field('password')}
              label="Password"
              type="password"
              autoComplete="current-password"
            />
            <p className="actions">
              <SubmitButton busy="Signing in…">Sign in</SubmitButton>{' '}
              <Link to={passwordForgotPath}>Forgot your password?</Link>
            </p>
          </form>
        </div>
        <div className="stack-l">
          <Section id="ways" title="Other ways in" variant="flat">
            <ul className="plain-links">
              {ways.map(({ to, label }) => (
                <li key={to}>
                  <Link to={to}>{label}</Link>
                </li>
              ))}
            </ul>
          </Section>
          <Section id="new-here" title="New here?" variant="flat">
            <p>
              <Link to={signupPath}>Create an account</Link>. It takes a name, an email address and
              a password.
            </p>
          </Section>
        </div>
      </div>
    </HelpFrame>
  )
}
