import type { FormResult } from '~/forms/form-state'
import { deskTicketPath, queuePath, splitPath } from '~/http/desk-paths'
import { StatusBadge } from '~/ui/badge'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { ErrorSummary } from '~/ui/error-summary'
import { KeptFlash } from '~/ui/kept-flash'
import { Link } from '~/ui/link'
import { useShortcuts } from '~/ui/shortcuts'
import { Time } from '~/ui/time'
import { resolutionOf } from '../resolution'
import { ResolutionRecord } from '../resolution-record'
import { DESK_STATUS, type Message, type Ticket } from '../ticket'
import { TicketEvents } from '../ticket-events'
import { TicketThread } from '../ticket-thread'
import { deskFormState, isFieldsForm } from './desk-form-state'
import type { DeskPage } from './desk-page.server'
import { DeskReplyForm } from './desk-reply-form'
import { LinkedTickets } from './linked-tickets'
import { LivePresence } from './live-presence'
import { NoteForm } from './note-form'
import type { FoundPage } from './reply-tools'
import { RequesterPanel, SimilarPanel } from './requester-panel'
import type { Seen } from './ticket-news'
import { WorkForm } from './work-form'

type Props = DeskPage & {
  /** Help pages found for the reply; null when none were searched for. */
  found: FoundPage[] | null
  /** Help pages that were suggested before the ticket was sent. */
  shown: FoundPage[]
  result: FormResult
  /** Somebody was faster: the form is shown again beside how things are now. */
  conflict: boolean
}

/** A ticket as agents work on it: all that was said, notes included, and the forms apart. */
export function DeskTicket(props: Props) {
  const { ticket, messages, events, desk, clock, result } = props
  const { number } = ticket
  useShortcuts({ r: focus('reply'), n: focus('note'), a: focus('assignee') })
  return (
    <>
      <Breadcrumbs trail={[{ to: queuePath, label: 'Queue' }]} />
      <ErrorSummary errors={deskFormState(result).errors}>What you wrote is kept.</ErrorSummary>
      <Title {...props} />
      <KeptFlash />
      <LivePresence {...{ number, others: desk.others, seen: seenOf(props) }} />
      <div className="desk-grid desk-grid--ticket">
        <div>
          <section aria-labelledby="log">
            <h2 className="hidden-text" id="log">
              Communication log
            </h2>
            <TicketThread
              {...{ number, messages, events, clock }}
              reader={{ kind: 'staff' }}
              actionFor={(message) => <SplitLink ticket={ticket} message={message} />}
            />
          </section>
          <Forms {...props} />
        </div>
        <Around {...props} />
      </div>
    </>
  )
}

/** What a shortcut does here: it goes to a field that can be seen. */
function focus(id: string) {
  return () => document.getElementById(id)?.focus()
}

function seenOf({ ticket, messages }: Props): Seen {
  return { messageId: messages.at(-1)?.id ?? ticket.id, version: ticket.version }
}

function Title({ ticket, events, clock }: Props) {
  const { number, subject, status } = ticket
  return (
    <div className="title-row page-title">
      <div>
        <h1 dir="auto">{subject}</h1>
        <p className="facts">
          <span>Ticket {number}</span>{' '}
          <span>
            Opened <Time at={ticket.created_at} {...clock} />
          </span>
        </p>
        <LinkedTickets ticket={ticket} events={events} linkTo={deskTicketPath} />
      </div>
      <StatusBadge status={status} boxed>
        {DESK_STATUS[status]}
      </StatusBadge>
    </div>
  )
}

function Forms(props: Props) {
  const { ticket, desk, writing, permits, isClosed, result, conflict } = props
  const { number } = ticket
  const { files, lostFiles, fileRules, lastSeen, macro, found } = props
  return (
    <>
      {isClosed ? (
        <p className="section">
          This ticket is closed. A reply of its requester goes on in a new one, which is linked to
          it.
        </p>
      ) : (
        <DeskReplyForm
          {...{ number, writing, files, lostFiles, fileRules, lastSeen, macro, found, result }}
          requesterName={ticket.requester.name}
          begun={props.replyBegun}
          permit={permits.reply}
          heldBack={conflict && !isFieldsForm(result)}
          macros={desk.macros}
          savedReplies={desk.saved_replies}
        />
      )}
      <NoteForm
        {...{ number, result }}
        noteId={writing.note}
        begun={props.noteBegun}
        permit={permits.note}
      />
    </>
  )
}

function Around(props: Props) {
  const { ticket, messages, events, desk, categories, clock, viewer, result, conflict } = props
  const resolution = resolutionOf({ ticket, messages, events })
  return (
    <aside className="aside" aria-label="About this ticket">
      {props.isClosed ? null : (
        <WorkForm
          {...{ ticket, events, categories, viewer, result }}
          tags={desk.tags}
          team={desk.team}
          stale={conflict && isFieldsForm(result)}
        />
      )}
      <RequesterPanel {...{ ticket, clock }} requester={desk.requester} shown={props.shown} />
      <SimilarPanel number={ticket.number} similar={desk.similar} />
      {resolution ? <ResolutionRecord resolution={resolution} clock={clock} /> : null}
      <section className="panel" aria-labelledby="timeline">
        <h2 id="timeline">Timeline</h2>
        <TicketEvents events={events} reader={{ kind: 'staff' }} clock={clock} />
      </section>
    </aside>
  )
}

/** Under a reply of the requester: it may be about something else. */
function SplitLink({ ticket, message }: { ticket: Ticket; message: Message }) {
  const byRequester = message.kind === 'public' && message.author.id === ticket.requester.id
  if (!byRequester || message.id === ticket.id) return null
  return (
    <p className="small">
      <Link to={splitPath(ticket.number, message.id)}>
        Make a ticket of this<span className="hidden-text"> message</span>
      </Link>
    </p>
  )
}
