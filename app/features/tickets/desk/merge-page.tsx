import { formState, type FormResult } from '~/forms/form-state'
import { SubmitButton } from '~/forms/submit-button'
import { deskTicketPath, mergePath, queuePath } from '~/http/desk-paths'
import type { ReaderClock } from '~/http/reader-clock'
import { StatusBadge } from '~/ui/badge'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { ErrorSummary } from '~/ui/error-summary'
import { TextAreaField, TextField } from '~/ui/field'
import { Flash } from '~/ui/flash'
import { Link } from '~/ui/link'
import { PlainText } from '~/ui/plain-text'
import { Time } from '~/ui/time'
import { DESK_STATUS, type TicketPage } from '../ticket'
import type { TicketCard } from './desk'

type ChooseProps = {
  ticket: TicketPage['ticket']
  others: TicketCard[]
  /** What was typed and is no ticket to merge into, with what to do. */
  typed: string
  error: string | null
}

/** First step: which ticket goes on. */
export function ChooseMergeTarget({ ticket, others, typed, error }: ChooseProps) {
  const { number, subject } = ticket
  return (
    <>
      <Trail number={number} />
      <ErrorSummary errors={error ? [{ href: '#into', text: error }] : []} />
      <div className="page-title">
        <h1>Merge ticket {number}</h1>
        <p className="lead">
          “<bdi>{subject}</bdi>” is closed and goes on in another ticket. Messages stay where they
          are.
        </p>
      </div>
      <form className="form" action={mergePath(number)} method="get">
        <TextField
          id="into"
          name="into"
          label="Number of the ticket that goes on"
          inputMode="numeric"
          defaultValue={typed}
          error={error ?? undefined}
        />
        <p className="actions">
          <SubmitButton busy="Looking for it…">Continue</SubmitButton>{' '}
          <Link to={deskTicketPath(number)}>Do not merge</Link>
        </p>
      </form>
      {others.length > 0 ? (
        <section className="section section--light" aria-labelledby="others">
          <h2 id="others">
            Other tickets of <bdi>{ticket.requester.name}</bdi>
          </h2>
          <ul className="rows">
            {others.map((other) => (
              <li key={other.number}>
                <Link to={mergePath(number, other.number)}>
                  <bdi>{other.subject}</bdi>
                </Link>{' '}
                <span className="facts">
                  <span>Ticket {other.number}</span>{' '}
                  <StatusBadge status={other.status}>{DESK_STATUS[other.status]}</StatusBadge>
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

/** What both are told unless somebody writes something better; strangers learn nothing of each other's ticket. */
function suggestedWords(from: number, into: number, strangers: boolean) {
  if (strangers) {
    return {
      message:
        'Others have written to us about the same, and we answer all of them together. This ticket is closed; if you need more, reply here and it goes on in a new one.',
      intoMessage: 'Others have written to us about the same. You hear from us here.',
    }
  }
  return {
    message: `We go on with this in ticket ${into}, so that everything stands in one place. Please write to us there.`,
    intoMessage: `Ticket ${from} is about the same. We go on with both here.`,
  }
}

type ConfirmProps = {
  from: TicketPage
  into: TicketPage
  /** The ids of the two messages, so that a repeated sending is harmless. */
  ids: { messageId: string; intoMessageId: string }
  clock: ReaderClock
  result: FormResult
}

/** Second step: both tickets, and what their requesters are told. */
export function ConfirmMerge({ from, into, ids, clock, result }: ConfirmProps) {
  const [number, target] = [from.ticket.number, into.ticket.number]
  const strangers = from.ticket.requester.id !== into.ticket.requester.id
  const words = suggestedWords(number, target, strangers)
  const form = formState(['message', 'intoMessage'], result, words)
  return (
    <>
      <Trail number={number} />
      <ErrorSummary errors={form.errors}>What you wrote is kept.</ErrorSummary>
      <div className="page-title">
        <h1>
          Merge ticket {number} into {target}?
        </h1>
        <p className="lead">
          Ticket {number} is closed, which cannot be taken back. Ticket {target} goes on.
        </p>
      </div>
      {strangers ? (
        <Flash tone="warn">
          <strong>These tickets belong to two people.</strong>{' '}
          <bdi>{from.ticket.requester.name}</bdi> cannot read ticket {target}: write what they need
          to know, and no name.
        </Flash>
      ) : null}
      <div className="merge-pair">
        <Side page={from} title={`Closes: ticket ${number}`} clock={clock} />
        <Side page={into} title={`Goes on: ticket ${target}`} clock={clock} />
      </div>
      <form
        className="form form--text section section--light"
        action={mergePath(number, target)}
        method="post"
        noValidate
      >
        <input type="hidden" name="messageId" value={ids.messageId} />
        <input type="hidden" name="intoMessageId" value={ids.intoMessageId} />
        <TextAreaField
          {...form.field('message')}
          rows={4}
          label={`To ${from.ticket.requester.name}, on ticket ${number}`}
        />
        <TextAreaField
          {...form.field('intoMessage')}
          rows={4}
          label={`To ${into.ticket.requester.name}, on ticket ${target}`}
        />
        <p className="actions">
          <SubmitButton look="danger" busy="Merging…">
            Merge and close {number}
          </SubmitButton>{' '}
          <Link to={mergePath(target, number)}>The other way round</Link>{' '}
          <Link to={deskTicketPath(number)}>Do not merge</Link>
        </p>
      </form>
    </>
  )
}

function Trail({ number }: { number: number }) {
  return (
    <Breadcrumbs
      trail={[
        { to: queuePath, label: 'Queue' },
        { to: deskTicketPath(number), label: `Ticket ${number}` },
      ]}
    />
  )
}

/** One of the two: whose it is, and how it began. */
function Side({ page, title, clock }: { page: TicketPage; title: string; clock: ReaderClock }) {
  const { ticket, messages } = page
  const opening = messages.find(({ id }) => id === ticket.id)
  const replies = messages.filter(({ kind, id }) => kind === 'public' && id !== ticket.id).length
  return (
    <section className="panel" aria-labelledby={`side-${ticket.number}`}>
      <h2 id={`side-${ticket.number}`}>{title}</h2>
      <p>
        <strong>
          <bdi>{ticket.subject}</bdi>
        </strong>
      </p>
      <p className="facts">
        <span>
          <bdi>{ticket.requester.name}</bdi>
        </span>{' '}
        <span>
          <Time at={ticket.created_at} {...clock} />
        </span>{' '}
        <span>{replies === 1 ? '1 reply' : `${replies} replies`}</span>{' '}
        <StatusBadge status={ticket.status}>{DESK_STATUS[ticket.status]}</StatusBadge>
      </p>
      <div className="prose" dir="auto">
        <PlainText text={opening?.body ?? ''} />
      </div>
    </section>
  )
}
