import type { ReactNode } from 'react'
import type { FormState } from '~/forms/form-state'
import { SubmitButton } from '~/forms/submit-button'
import { teamInvitePath, teamPath } from '~/http/desk-paths'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { ChoicesField } from '~/ui/choice-field'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import { Link } from '~/ui/link'
import { MEMBER_ROLES } from './member-roles'

type Props = {
  form: FormState<'id' | 'email' | 'role' | 'current'>
  /** Asks for the password of whoever invites. */
  children: ReactNode
}

/** Asks somebody into the team by mail, whether or not they have an account. */
export function InviteForm({ form, children }: Props) {
  const { defaultValue: chosen, ...role } = form.field('role')
  return (
    <>
      <Breadcrumbs trail={[{ to: teamPath, label: 'Team' }]} />
      <ErrorSummary errors={form.errors} />
      <h1 className="page-title">Invite somebody</h1>
      <form className="form" action={teamInvitePath} method="post" noValidate>
        <input type="hidden" name="id" value={form.field('id').defaultValue} />
        {children}
        <TextField
          {...form.field('email')}
          label="Email"
          hint="A link goes there that works once and for seven days."
          type="email"
          autoComplete="off"
          inputMode="email"
          spellCheck={false}
        />
        <ChoicesField
          {...role}
          type="radio"
          legend="Role"
          choices={MEMBER_ROLES}
          chosen={[chosen ?? 'agent']}
        />
        <p className="actions">
          <SubmitButton busy="Sending…">Send the invitation</SubmitButton>{' '}
          <Link to={teamPath}>Cancel</Link>
        </p>
      </form>
    </>
  )
}
