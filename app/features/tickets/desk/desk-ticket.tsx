import { useRef, useState, type FormEvent } from 'react'
import { deskTicketPath, deskWritingPath, queuePath, splitPath } from '~/http/desk-paths'
import { StatusBadge } from '~/ui/badge'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { ErrorSummary } from '~/ui/error-summary'
import { KeptFlash } from '~/ui/kept-flash'
import { Link } from '~/ui/link'
import { useShortcuts } from '~/ui/shortcuts'
import { Time } from '~/ui/time'
import { DESK_STATUS, type Message, type Ticket } from '../ticket'
import { goesOnIn } from '../goes-on-in'
import { TicketThread } from '../ticket-thread'
import { useAutosave, type AutosaveState } from '../use-autosave'
import { AroundTicket } from './around-ticket'
import { deskFormState } from './desk-form-state'
import { DeskReplyForm } from './desk-reply-form'
import type { DeskTicketProps } from './desk-ticket-props'
import { LinkedTickets } from './linked-tickets'
import { LivePresence } from './live-presence'
import { NoteForm } from './note-form'
import type { Seen } from './ticket-news'

/** A ticket as agents work on it: all that was said, notes included, and the forms apart. */
export function DeskTicket(props: DeskTicketProps) {
  const { ticket, desk, result } = props
  const { number } = ticket
  useShortcuts({ r: focus('reply'), n: focus('note'), a: focus('assignee') })
  return (
    <>
      <Breadcrumbs trail={[{ to: queuePath, label: 'Queue' }]} />
      <ErrorSummary errors={deskFormState(result).errors}>What you wrote is kept.</ErrorSummary>
      <Title {...props} />
      <KeptFlash />
      <LivePresence {...{ number, others: desk.others, seen: seenOf(props) }} />
      <Work {...props} />
    </>
  )
}

/** What a shortcut does here: it goes to a field that can be seen. */
function focus(id: string) {
  return () => document.getElementById(id)?.focus()
}

function seenOf({ ticket, messages }: DeskTicketProps): Seen {
  return { messageId: messages.at(-1)?.id ?? ticket.id, version: ticket.version }
}

function Title({ ticket, events, clock }: DeskTicketProps) {
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

/**
 * One form with three parts, each with its own buttons: so the button of one loses nothing that was typed in another,
 * without JavaScript too. The first button of the page searches help pages, since Enter in that field presses it.
 */
function Work(props: DeskTicketProps) {
  const { ticket, messages, events, clock, writing, macro, permit } = props
  const { number } = ticket
  const element = useRef<HTMLFormElement>(null)
  const saved = useAutosave(element)
  const [typedIn, setTypedIn] = useState('')
  return (
    <form
      ref={element}
      className="desk-grid desk-grid--ticket"
      action={deskWritingPath(number, { ...writing, macro: macro?.id })}
      method="post"
      encType="multipart/form-data"
      noValidate
      onInput={(event: FormEvent) => setTypedIn((event.target as HTMLInputElement).name)}
    >
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
        <input type="hidden" name="permit" value={permit} />
        <Writing
          {...props}
          replySaved={typedIn === 'note' ? 'idle' : saved}
          noteSaved={typedIn === 'note' ? saved : 'idle'}
        />
      </div>
      <AroundTicket {...props} />
    </form>
  )
}

type WritingProps = DeskTicketProps & { replySaved: AutosaveState; noteSaved: AutosaveState }

function Writing({ replySaved, noteSaved, ...props }: WritingProps) {
  const { ticket, events, desk, writing, files, lostFiles, fileRules } = props
  const { lastSeen, macro, found, result, refused } = props
  return (
    <>
      {props.isClosed ? (
        <p className="section">
          {goesOnIn(events) === null
            ? 'This ticket is closed. A reply of its requester goes on in a new one, which is linked to it.'
            : 'This ticket is merged. A reply of its requester goes to the ticket that goes on, or to a new one where that belongs to somebody else.'}
        </p>
      ) : (
        <DeskReplyForm
          {...{ files, lostFiles, fileRules, lastSeen, macro, found, result }}
          requesterName={ticket.requester.name}
          begun={props.replyBegun}
          saved={replySaved}
          insert={writing.insert ?? ''}
          heldBack={refused?.part === 'reply' && refused.conflict}
          macros={desk.macros}
          savedReplies={desk.saved_replies}
        />
      )}
      <NoteForm begun={props.noteBegun} saved={noteSaved} result={result} />
    </>
  )
}

/** Under a reply of the requester: it may be about something else. */
function SplitLink({ ticket, message }: { ticket: Ticket; message: Message }) {
  const byRequester = message.kind === 'public' && message.author.id === ticket.requester.id
  if (!byRequester || message.id === ticket.id) return null
  return (
    <p className="actions small">
      <Link to={splitPath(ticket.number, message.id)}>
        Make a ticket of this<span className="hidden-text"> message</span>
      </Link>
    </p>
  )
}
