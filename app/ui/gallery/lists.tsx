import { PriorityBadge, StatusBadge } from '../badge'
import { Cards } from '../card'
import { DataTable, type Column } from '../data-table'
import { Link } from '../link'
import { Pagination } from '../pagination'
import { Properties } from '../properties'
import { QuickAnswer, QuickAnswers } from '../quick-answer'
import { Time } from '../time'
import { Specimen } from './specimen'

const CLOCK = { zone: 'Europe/Berlin', now: '2026-03-12T10:05:00Z' }

/** What stands under one another. */
export function ListSpecimens() {
  return (
    <>
      <Table />
      <Specimen title="Facts about one thing" criterion="A list of terms and values.">
        <Properties
          items={[
            { name: 'Category', value: 'Your data' },
            { name: 'With', value: 'Ines Okafor' },
          ]}
        />
      </Specimen>
      <CardList />
      <Specimen
        title="Quick answer, closed and open"
        criterion="The browser’s own disclosure: Enter and Space work without script."
      >
        <QuickAnswers>
          <QuickAnswer question="Who can read my ticket?">
            <p>You, and the people on our support team.</p>
          </QuickAnswer>
          <QuickAnswer question="How do I close a ticket myself?" open>
            <p>Open it and press “Close ticket”. You can open it again for 7 days.</p>
          </QuickAnswer>
        </QuickAnswers>
      </Specimen>
    </>
  )
}

function Table() {
  return (
    <Specimen
      title="Table, cards at 320 px; pages"
      criterion="Caption, scopes, one sorted column marked; roles stay when rows become cards. The pages are a named navigation."
    >
      <DataTable
        caption="2 tickets, newest change first"
        columns={COLUMNS}
        rows={ROWS}
        rowKey={({ number }) => number}
        rowClass={({ isNew }) => (isNew ? 'unread' : undefined)}
      />
      <Pagination
        name="Pages of tickets"
        page={2}
        pageSize={10}
        total={78}
        linkTo={(page) => `?page=${page}`}
      />
    </Specimen>
  )
}

function CardList() {
  return (
    <Specimen title="Cards" criterion="One link each, whose area is the card.">
      <Cards
        items={[
          {
            to: '/tutorials/your-first-ticket',
            title: 'Your first ticket',
            text: 'Write it, add a picture, follow the reply.',
            facts: ['5 steps', '6 minutes', 'Video with captions'],
          },
          {
            to: '/tutorials/any-browser',
            title: 'Portico without JavaScript',
            text: 'Do everything from a text browser or an old phone.',
            facts: ['3 steps', '4 minutes'],
          },
        ]}
      />
    </Specimen>
  )
}

type Row = {
  number: number
  subject: string
  isNew: boolean
  status: 'open' | 'solved'
  word: string
  priority: 'high' | 'low'
  priorityWord: string
  changed: string
}

const ROWS: Row[] = [
  {
    number: 4182,
    subject: 'Exported dates are one day early',
    isNew: true,
    status: 'open',
    word: 'In progress',
    priority: 'high',
    priorityWord: 'High',
    changed: '2026-03-12T09:55:00Z',
  },
  {
    number: 4098,
    subject: 'Picture is turned on its side',
    isNew: false,
    status: 'solved',
    word: 'Solved',
    priority: 'low',
    priorityWord: 'Low',
    changed: '2026-03-06T14:41:00Z',
  },
]

const COLUMNS: Column<Row>[] = [
  {
    key: 'ticket',
    label: 'Ticket',
    sortLink: '?sort=number',
    cell: ({ number, subject, isNew }) => (
      <>
        <Link className="subject" to={`/tickets/${number}`}>
          {subject}
        </Link>{' '}
        <span className="subline">
          {number}
          {isNew ? <strong>, new reply</strong> : null}
        </span>
      </>
    ),
  },
  {
    key: 'status',
    label: 'Status',
    cell: ({ status, word }) => <StatusBadge status={status}>{word}</StatusBadge>,
  },
  {
    key: 'priority',
    label: 'Priority',
    cell: ({ priority, priorityWord }) => (
      <PriorityBadge priority={priority}>{priorityWord}</PriorityBadge>
    ),
  },
  {
    key: 'changed',
    label: 'Changed',
    sortLink: '?sort=changed',
    sorted: 'descending',
    cell: ({ changed }) => <Time at={changed} {...CLOCK} />,
  },
]
