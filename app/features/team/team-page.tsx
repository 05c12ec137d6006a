import { SubmitButton } from '~/forms/submit-button'
import { memberPath, teamInvitePath, teamPath } from '~/http/desk-paths'
import type { ReaderClock } from '~/http/reader-clock'
import { ButtonLink } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { KeptFlash } from '~/ui/kept-flash'
import { Link } from '~/ui/link'
import { Section } from '~/ui/section'
import { Time } from '~/ui/time'
import { ROLE_LABEL, type Invitation, type Member, type Team } from './team'

type Props = Team & { clock: ReaderClock }

/** Who works the desk, and who is asked to. */
export function TeamPage({ members, invitations, clock }: Props) {
  return (
    <>
      <KeptFlash />
      <div className="title-row page-title">
        <h1>Team</h1>
        <ButtonLink to={teamInvitePath}>Invite somebody</ButtonLink>
      </div>
      <Members members={members} clock={clock} />
      <Section id="invitations" title="Invitations">
        {invitations.length === 0 ? (
          <p>Nobody is invited at the moment.</p>
        ) : (
          <Invitations invitations={invitations} clock={clock} />
        )}
      </Section>
    </>
  )
}

function Members({ members, clock }: { members: Member[]; clock: ReaderClock }) {
  return (
    <DataTable
      caption={`${members.length} ${members.length === 1 ? 'member' : 'members'}, admins first`}
      rows={members}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'member',
          label: 'Member',
          cell: ({ id, name, email }) => (
            <>
              <Link className="subject" to={memberPath(id)}>
                <bdi>{name}</bdi>
              </Link>{' '}
              <span className="subline">{email}</span>
            </>
          ),
        },
        { key: 'role', label: 'Role', cell: ({ role }) => ROLE_LABEL[role] },
        {
          key: 'open',
          label: 'Open tickets',
          numeric: true,
          cell: ({ open_tickets }) => open_tickets,
        },
        {
          key: 'seen',
          label: 'Last seen',
          cell: ({ last_seen_at }) =>
            last_seen_at ? <Time at={last_seen_at} {...clock} /> : 'Never',
        },
      ]}
    />
  )
}

function Invitations({ invitations, clock }: { invitations: Invitation[]; clock: ReaderClock }) {
  return (
    <DataTable
      caption="Neither accepted nor taken back, the newest first"
      rows={invitations}
      rowKey={({ id }) => id}
      columns={[
        { key: 'email', label: 'Address', cell: ({ email }) => <bdi>{email}</bdi> },
        { key: 'role', label: 'Role', cell: ({ role }) => ROLE_LABEL[role] },
        {
          key: 'state',
          label: 'State',
          cell: ({ state, expires_at }) => (
            <>
              {state === 'waiting' ? 'Waits until ' : 'Expired '}
              <Time at={expires_at} {...clock} />
            </>
          ),
        },
        { key: 'by', label: 'Invited by', cell: ({ invited_by }) => <bdi>{invited_by}</bdi> },
        {
          key: 'deeds',
          label: 'Change',
          cell: (invitation) => <InvitationDeeds {...invitation} />,
        },
      ]}
    />
  )
}

function InvitationDeeds({ id, email }: Invitation) {
  return (
    <form action={teamPath} method="post">
      <input type="hidden" name="id" value={id} />
      <p className="actions">
        <SubmitButton look="quiet" small name="intent" value="again" busy="Sending…">
          Send again<span className="hidden-text"> to {email}</span>
        </SubmitButton>{' '}
        <SubmitButton look="quiet" small name="intent" value="revoke" busy="Taking back…">
          Take back<span className="hidden-text"> the invitation of {email}</span>
        </SubmitButton>
      </p>
    </form>
  )
}
