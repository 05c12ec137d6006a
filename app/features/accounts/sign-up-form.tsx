import { formState, type FormResult } from '~/forms/form-state'
import { SubmitButton } from '~/forms/submit-button'
import { loginPath, signupPath } from '~/http/paths'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import { HelpFrame } from '~/ui/help-frame'
import { Link } from '~/ui/link'
import { Section } from '~/ui/section'
import { BotTrap } from './bot-trap'
import { NewPasswordField } from './new-password-field'
import { ZoneField } from './zone-field'

type Props = { shownAt: string; zones: string[]; result: FormResult }

export function SignUpForm({ shownAt, zones, result }: Props) {
  const form = formState(['name', 'email', 'password', 'time_zone'], result)
  return (
    <HelpFrame current="account">
      <div className="sign-in">
        <div>
          <ErrorSummary errors={form.errors}>Your name and address are kept.</ErrorSummary>
          <h1 className="page-title">Create an account</h1>
          <form className="form" action={signupPath} method="post" noValidate>
            <BotTrap shownAt={shownAt} />
            <TextField
              {...form.field('name')}
              label="Name"
              hint="As our support team should call you."
              autoComplete="name"
            />
            <TextField
              {...form.field('email')}
              label="Email"
              hint="We send a link to it, to know that it is yours."
              type="email"
              autoComplete="email"
              inputMode="email"
              spellCheck={false}
            />
            <NewPasswordField
              {...form.field('password')}
              label="Password"
              about={['name', 'email']}
            />
            <ZoneField
              {...form.field('time_zone')}
              zones={zones}
              hint="The times on your pages and in our mails are written in it."
              guess={result === undefined}
            />
            <p className="actions">
              <SubmitButton busy="Creating your account…">Create account</SubmitButton>
            </p>
          </form>
        </div>
        <div className="stack-l">
          <Section id="have-one" title="Have an account?" variant="flat">
            <p>
              <Link to={loginPath}>Sign in</Link>.
            </p>
          </Section>
        </div>
      </div>
    </HelpFrame>
  )
}
