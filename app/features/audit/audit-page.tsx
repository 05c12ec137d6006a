import { auditPath, customerPath, deskTicketPath } from '~/http/desk-paths'
import type { ReaderClock } from '~/http/reader-clock'
import { Button } from '~/ui/button'
import { DataTable, type Column } from '~/ui/data-table'
import { Empty } from '~/ui/empty'
import { SelectField, TextField } from '~/ui/field'
import { Link } from '~/ui/link'
import { Pagination } from '~/ui/pagination'
import { Time } from '~/ui/time'
import {
  AREA_LABEL,
  AUDIT_AREAS,
  SETTING_LABEL,
  type AuditEvent,
  type AuditLog,
} from './audit-event'
import { AUDIT_PAGE_SIZE, auditQueryString, type AuditQuery } from './audit-query'
import { auditChanges, auditWords, changeWords } from './audit-words'

type Props = AuditLog & { query: AuditQuery; clock: ReaderClock }

/** Everything that staff changed: who, what, when, before and after. */
export function AuditPage({ total, events, query, clock }: Props) {
  return (
    <>
      <h1 className="page-title">Changes by staff</h1>
      <AuditFilters {...query} />
      {events.length === 0 ? (
        <Empty title="Nothing fits">
          <p>
            Search for fewer letters, or <Link to={auditPath}>show everything</Link>.
          </p>
        </Empty>
      ) : (
        <DataTable
          caption={`${total} ${total === 1 ? 'change' : 'changes'}, newest first`}
          columns={columns(clock)}
          rows={events}
          rowKey={({ source, id }) => `${source}-${id}`}
        />
      )}
      <Pagination
        name="Pages of changes"
        page={query.page}
        pageSize={AUDIT_PAGE_SIZE}
        total={total}
        linkTo={(page) => auditPath + auditQueryString(query, page)}
      />
    </>
  )
}

function AuditFilters({ search, area, from, to }: AuditQuery) {
  return (
    <form className="filters" action={auditPath} method="get" aria-label="Filter the changes">
      <TextField
        id="q"
        name="q"
        label="Person"
        type="search"
        placeholder="Name or email address"
        defaultValue={search}
        maxLength={200}
      />
      <SelectField
        id="area"
        name="area"
        label="Show"
        first="Everything"
        defaultValue={area ?? ''}
        choices={AUDIT_AREAS.map((value) => ({ value, label: AREA_LABEL[value] }))}
      />
      <TextField id="from" name="from" label="From" type="date" defaultValue={from} />
      <TextField id="to" name="to" label="To" type="date" defaultValue={to} />
      <p className="actions">
        <Button look="quiet">Filter</Button>
      </p>
    </form>
  )
}

function columns(clock: ReaderClock): Column<AuditEvent>[] {
  return [
    { key: 'what', label: 'What', cell: (event) => <What {...event} /> },
    { key: 'change', label: 'Before and after', cell: (event) => <Changes {...event} /> },
    {
      key: 'who',
      label: 'Who',
      cell: ({ actor }) => (actor ? <bdi>{actor.name}</bdi> : 'The operator or the portal'),
    },
    { key: 'when', label: 'When', cell: ({ at }) => <Time at={at} {...clock} /> },
  ]
}

function What(event: AuditEvent) {
  const { area, person, subject, ticket_number } = event
  return (
    <>
      {auditWords(event)}{' '}
      <span className="subline">
        {ticket_number ? (
          <Link to={deskTicketPath(ticket_number)}>
            {ticket_number} <bdi>{subject}</bdi>
          </Link>
        ) : person ? (
          <Link to={customerPath(person.id)}>
            <bdi>{person.name}</bdi>
          </Link>
        ) : (
          <>
            {SETTING_LABEL[area] ?? AREA_LABEL[area]}
            {subject ? (
              <>
                : <bdi>{subject}</bdi>
              </>
            ) : null}
          </>
        )}
      </span>
    </>
  )
}

function Changes(event: AuditEvent) {
  const changes = auditChanges(event)
  if (changes.length === 0) return 'No values'
  return (
    <ul className="lines">
      {changes.map(({ what, before, after }) => (
        <li key={what ?? ''}>
          {what ? `${what}: ` : null}
          <bdi>{changeWords(before, after)}</bdi>
        </li>
      ))}
    </ul>
  )
}
