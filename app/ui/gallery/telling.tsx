import type { ReactNode } from 'react'
import { PriorityBadge, StatusBadge, Tag, type PriorityShape, type StatusShape } from '../badge'
import { ButtonLink } from '../button'
import { DueBadge, SlaLine, type DueState } from '../due'
import { Empty } from '../empty'
import { Flash } from '../flash'
import { Link } from '../link'
import { Progress } from '../progress'
import { Specimen } from './specimen'

/** What says how things stand. */
export function TellingSpecimens() {
  return (
    <>
      <Flashes />
      <Statuses />
      <Priorities />
      <SlaLines />
      <Specimen
        title="Progress"
        criterion="An ordered list; the current step is marked, done ones say so."
      >
        <Progress
          name="Progress"
          steps={[
            { label: 'Received', state: 'done', note: '10 March' },
            { label: 'Waiting for you', state: 'now', note: 'Reply to go on' },
            { label: 'Solved', state: 'ahead', note: 'You can open it again for 7 days' },
            { label: 'Closed', state: 'ahead' },
          ]}
        />
      </Specimen>
      <Specimen title="Empty: no tickets" criterion="A heading, a reason and a next step.">
        <Empty title="No tickets yet">
          <p>
            When you write to us, the conversation stands here, with the time you can expect a
            reply.
          </p>
          <p className="actions">
            <ButtonLink to="/tickets/new">Open a ticket</ButtonLink>{' '}
            <Link to="/kb">Look for an answer first</Link>
          </p>
        </Empty>
      </Specimen>
    </>
  )
}

function Flashes() {
  return (
    <Specimen
      title="Flash: done, to know, to see to, went wrong"
      criterion="Status for news, alert only for what went wrong. It stays until the next page."
    >
      <Flash tone="good">Your ticket is sent. It has the number 4186.</Flash>
      <Flash tone="info">Signed in. You can go on where you were.</Flash>
      <Flash tone="warn">
        <strong>Live updates have stopped.</strong> Press “Check for updates” to see what is new.
      </Flash>
      <Flash tone="bad">
        <strong>Per Dahl changed this ticket while you wrote.</strong> Your reply is kept below.
        Read what changed, then send yours or change it.
      </Flash>
    </Specimen>
  )
}

const STATUSES: [StatusShape, string, string][] = [
  ['new', 'Received', 'New'],
  ['open', 'In progress', 'Open'],
  ['pending', 'Waiting for you', 'Pending'],
  ['on_hold', 'On hold', 'On hold'],
  ['solved', 'Solved', 'Solved'],
  ['closed', 'Closed', 'Closed'],
]

function Statuses() {
  return (
    <Specimen
      title="Status: boxed for one ticket, bare in lists; customers’ word, desk’s word"
      criterion="The word is always there; the shape is hidden from screen readers."
    >
      <p className="actions">
        {STATUSES.map(([status, word]) => (
          <StatusBadge key={status} status={status} boxed>
            {word}
          </StatusBadge>
        ))}
      </p>
      <p className="actions">
        {STATUSES.map(([status, , word]) => (
          <StatusBadge key={status} status={status}>
            {word}
          </StatusBadge>
        ))}
      </p>
    </Specimen>
  )
}

const PRIORITIES: [PriorityShape, string][] = [
  ['low', 'Low'],
  ['normal', 'Normal'],
  ['high', 'High'],
  ['urgent', 'Urgent'],
]

const DUE: [DueState, string][] = [
  ['ok', 'in 3 h 25 min'],
  ['soon', 'in 12 min'],
  ['late', '18 min late'],
  ['paused', 'Paused'],
  ['met', 'Met'],
]

function Priorities() {
  return (
    <Specimen title="Priority, due, tags" criterion="Bars count up; the word says it.">
      <p className="actions">
        {PRIORITIES.map(([priority, word]) => (
          <PriorityBadge key={priority} priority={priority}>
            {word}
          </PriorityBadge>
        ))}
      </p>
      <p className="actions">
        {DUE.map(([state, words]) => (
          <DueBadge key={state} state={state}>
            {words}
          </DueBadge>
        ))}
      </p>
      <p className="actions">
        <Tag>export</Tag> <Tag>time zone</Tag>
      </p>
    </Specimen>
  )
}

const SLA: { state: DueState; promise: ReactNode; distance: string; past: number }[] = [
  { state: 'ok', promise: 'Next reply by 14:55 today', distance: 'in 2 h 10 min', past: 0.45 },
  { state: 'soon', promise: 'Next reply by 14:55 today', distance: 'in 12 min', past: 0.94 },
  { state: 'late', promise: 'Was due 14:55 today', distance: '18 min late', past: 1.1 },
  {
    state: 'paused',
    promise: 'Clock stands still',
    distance: 'waiting for you since 09:10',
    past: 0.6,
  },
  { state: 'met', promise: 'First reply, 10:47', distance: '2 h 25 min early', past: 0.4 },
]

function SlaLines() {
  return (
    <Specimen
      title="SLA line: running, soon, late, paused, met"
      criterion="The sentence carries everything; the line is hidden from screen readers."
    >
      <div className="form">
        {SLA.map((line) => (
          <SlaLine key={line.state} {...line} />
        ))}
      </div>
    </Specimen>
  )
}
