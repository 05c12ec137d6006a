import type { ReactNode } from 'react'
import type { FormState } from '~/forms/form-state'
import { SubmitButton } from '~/forms/submit-button'
import { memberDeactivatePath, memberPath, teamPath } from '~/http/desk-paths'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { ChoicesField } from '~/ui/choice-field'
import { ErrorSummary } from '~/ui/error-summary'
import { Link } from '~/ui/link'
import { Section } from '~/ui/section'
import { LEAVE_THE_TEAM, MEMBER_ROLES } from './member-roles'
import type { Member } from './team'

type Props = {
  member: Member
  /** True for the admin's own page. */
  own: boolean
  form: FormState<'role' | 'current'>
  /** Asks for the password of whoever acts. */
  children: ReactNode
}

/** One member, and the role they have. */
export function MemberPage({ member, own, form, children }: Props) {
  const { id, name, email, open_tickets } = member
  const { defaultValue: chosen, ...role } = form.field('role')
  return (
    <>
      <Breadcrumbs trail={[{ to: teamPath, label: 'Team' }]} />
      <ErrorSummary errors={form.errors} />
      <h1 className="page-title">
        <bdi>{name}</bdi>
      </h1>
      <form className="form" action={memberPath(id)} method="post" noValidate>
        <p>
          {email ?? 'No email address'}, {open_tickets} open{' '}
          {open_tickets === 1 ? 'ticket' : 'tickets'}.
        </p>
        {children}
        <ChoicesField
          {...role}
          type="radio"
          legend="Role"
          hint="It changes at their next click, and they are told by email. Open tickets of somebody who leaves the team go back to the queue."
          choices={[...MEMBER_ROLES, LEAVE_THE_TEAM]}
          chosen={[chosen ?? member.role]}
        />
        <p className="actions">
          <SubmitButton busy="Saving…">Save the role</SubmitButton>{' '}
          <Link to={teamPath}>Cancel</Link>
        </p>
      </form>
      {own ? null : (
        <Section id="leaving" title="Leaving">
          <p>
            Whoever leaves should not sign in any more.{' '}
            <Link to={memberDeactivatePath(id)}>
              Deactivate <bdi>{name}</bdi>
            </Link>
          </p>
        </Section>
      )}
    </>
  )
}
