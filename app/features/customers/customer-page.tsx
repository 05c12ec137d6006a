import type { ReactNode } from 'react'
import {
  customerNamePath,
  customersPath,
  customerSuspendPath,
  deskTicketPath,
  securityLogOfPath,
  ticketsOfPath,
} from '~/http/desk-paths'
import type { ReaderClock } from '~/http/reader-clock'
import { StatusBadge } from '~/ui/badge'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { ButtonLink } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { Flash } from '~/ui/flash'
import { KeptFlash } from '~/ui/kept-flash'
import { Link } from '~/ui/link'
import { Properties } from '~/ui/properties'
import { Section } from '~/ui/section'
import { Time } from '~/ui/time'
import { phoneWords, type CustomerPage } from './customer'

/** What other rooms have words for: the status of a ticket, a place, a topic of notices. */
type Worded = {
  tickets: (CustomerPage['tickets'][number] & { statusLabel: string })[]
  notices: { label: string; mail: boolean; sms: boolean }[]
  /** Where the person last signed in from; null where only admins may know. */
  lastSignIn: { at: string; place: string } | null
}

type Props = Omit<CustomerPage, 'tickets' | 'notices'> &
  Worded & { clock: ReaderClock; isAdmin: boolean }

/** Everything about one person that helps to answer them. */
export function CustomerProfile(props: Props) {
  const { person, clock, isAdmin } = props
  const customer = person.role === 'customer' && !person.deleted_at
  return (
    <>
      <Breadcrumbs trail={[{ to: customersPath, label: 'Customers' }]} />
      <KeptFlash />
      <h1 className="page-title">
        <bdi>{person.name}</bdi>
      </h1>
      {person.suspended ? (
        <Flash tone="warn">This account is suspended: nobody can sign in with it.</Flash>
      ) : null}
      <div className="desk-grid desk-grid--ticket">
        <Tickets {...props} />
        <div className="aside">
          <Section id="profile" title="Profile" variant="flat">
            <Profile person={person} clock={clock} />
            {isAdmin && customer ? <Deeds {...person} /> : null}
          </Section>
          <Section id="safety" title="Sign-ins">
            <Safety {...props} />
            {isAdmin ? (
              <p className="actions">
                <Link to={securityLogOfPath(person.id)}>Everything in the security log</Link>
              </p>
            ) : null}
          </Section>
          {person.deleted_at ? null : (
            <Section id="notices" title="Notices">
              <Properties
                items={props.notices.map(({ label, mail, sms }) => ({
                  name: label,
                  value: [mail && 'Email', sms && 'SMS'].filter(Boolean).join(' and ') || 'Off',
                }))}
              />
            </Section>
          )}
        </div>
      </div>
    </>
  )
}

function Deeds({ id, suspended }: CustomerPage['person']) {
  return (
    <p className="actions">
      <ButtonLink to={customerNamePath(id)} look="quiet" small>
        Correct the name
      </ButtonLink>{' '}
      <Link to={customerSuspendPath(id)}>
        {suspended ? 'Restore the account' : 'Suspend the account'}
      </Link>
    </p>
  )
}

function Profile({ person, clock }: { person: CustomerPage['person']; clock: ReaderClock }) {
  const { email, email_confirmed, phone, time_zone, created_at, deleted_at, role } = person
  const facts: { name: string; value: ReactNode }[] = deleted_at
    ? [{ name: 'Left', value: <Time at={deleted_at} {...clock} /> }]
    : [
        {
          name: 'Email',
          value: email ? `${email}${email_confirmed ? '' : ' (not confirmed)'}` : 'None',
        },
        { name: 'Phone', value: phone ? phoneWords(phone) : 'None' },
        { name: 'Time zone', value: time_zone ?? 'Not chosen' },
      ]
  const team = { name: 'Role', value: role === 'admin' ? 'Admin' : 'Agent' }
  return (
    <Properties
      items={[
        ...facts,
        { name: 'Since', value: <Time at={created_at} {...clock} /> },
        ...(role === 'customer' ? [] : [team]),
      ]}
    />
  )
}

function Safety({ safety, lastSignIn, clock }: Props) {
  const { last_seen_at, devices, failures } = safety
  return (
    <Properties
      items={[
        {
          name: 'Last seen',
          value: last_seen_at ? <Time at={last_seen_at} {...clock} /> : 'Never',
        },
        { name: 'Devices', value: devices },
        { name: 'Wrong passwords', value: `${failures} in 30 days` },
        ...(lastSignIn
          ? [
              {
                name: 'Last sign-in',
                value: (
                  <>
                    <Time at={lastSignIn.at} {...clock} />, {lastSignIn.place}
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

function Tickets({ person, tickets, ticket_count, clock }: Props) {
  const known = person.email ?? (person.deleted_at ? null : person.name)
  return (
    <Section id="tickets" title="Tickets" variant="flat">
      {tickets.length === 0 ? (
        <p>No ticket yet.</p>
      ) : (
        <DataTable
          caption={
            ticket_count > tickets.length
              ? `The ${tickets.length} of ${ticket_count} that changed last`
              : `${ticket_count} ${ticket_count === 1 ? 'ticket' : 'tickets'}, the newest change first`
          }
          rows={tickets}
          rowKey={({ number }) => number}
          columns={[
            {
              key: 'ticket',
              label: 'Ticket',
              cell: ({ number, subject }) => (
                <>
                  <Link className="subject" to={deskTicketPath(number)}>
                    <bdi>{subject}</bdi>
                  </Link>{' '}
                  <span className="subline">{number}</span>
                </>
              ),
            },
            {
              key: 'status',
              label: 'Status',
              cell: ({ status, statusLabel }) => (
                <StatusBadge status={status}>{statusLabel}</StatusBadge>
              ),
            },
            {
              key: 'changed',
              label: 'Changed',
              cell: ({ updated_at }) => <Time at={updated_at} {...clock} />,
            },
          ]}
        />
      )}
      {known && ticket_count > 0 ? (
        <p className="after-list">
          <Link to={ticketsOfPath(known)}>Show these tickets in the queue</Link>
        </p>
      ) : null}
    </Section>
  )
}
