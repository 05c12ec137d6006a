import type { ReactNode } from 'react'
import { formState, type FormResult } from '~/forms/form-state'
import { SubmitButton } from '~/forms/submit-button'
import { invitationPathFor, loginPath } from '~/http/paths'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import { HelpFrame } from '~/ui/help-frame'
import { Link } from '~/ui/link'
import type { Invitation } from './invitation'
import { NewPasswordField } from './new-password-field'

type Props = {
  /** From the link; null when it does not work. */
  open: { linkKey: string; invitation: Invitation } | null
  result: FormResult
}

export function invitationTitle(works: boolean): string {
  return works ? 'Join the support team' : 'This invitation does not work any more'
}

/** A button between the mail and the team: programs that look into mails press none. */
export function InvitationPage({ open, result }: Props) {
  return (
    <HelpFrame current="account">
      {open ? <OpenInvitation {...open} result={result} /> : <ClosedInvitation />}
    </HelpFrame>
  )
}

type OpenProps = NonNullable<Props['open']> & { result: FormResult }

function OpenInvitation({ linkKey, invitation, result }: OpenProps) {
  const form = formState(['name', 'password'], result)
  return (
    <>
      <ErrorSummary errors={form.errors} />
      <h1 className="page-title">{invitationTitle(true)}</h1>
      <form className="form" action={invitationPathFor(linkKey)} method="post" noValidate>
        <p>
          <bdi>{invitation.invited_by}</bdi> invites <bdi>{invitation.email}</bdi> to the team, as{' '}
          {invitation.role === 'admin' ? 'an admin' : 'an agent'}.
        </p>
        {invitation.has_account ? (
          <p>Your account stays as it is; the desk is added to it.</p>
        ) : (
          <NewMemberFields>
            <TextField
              {...form.field('name')}
              label="Name"
              hint="As customers should see it beside your answers."
              autoComplete="name"
            />
            <NewPasswordField {...form.field('password')} label="Password" about={['name']} />
          </NewMemberFields>
        )}
        <p className="actions">
          <SubmitButton busy="One moment…">Join the team</SubmitButton>
        </p>
      </form>
    </>
  )
}

function NewMemberFields({ children }: { children: ReactNode }) {
  return (
    <>
      <p>Choose what you are called and how you sign in.</p>
      {children}
    </>
  )
}

function ClosedInvitation() {
  return (
    <>
      <h1 className="page-title">{invitationTitle(false)}</h1>
      <div className="prose">
        <p>
          An invitation works once and for seven days, until it is taken back, and only the link of
          the newest mail counts. If you have joined already, just{' '}
          <Link to={loginPath}>sign in</Link>.
        </p>
        <p>Otherwise ask whoever invited you to send it again.</p>
      </div>
    </>
  )
}
