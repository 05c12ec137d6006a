import { KeptFlash } from '~/ui/kept-flash'
import { deskTicketPath, queuePath } from '~/http/paths'
import type { FormResult } from '~/forms/form-state'
import { SubmitButton } from '~/forms/submit-button'
import type { ReaderClock } from '~/http/reader-clock'
import { PriorityBadge, StatusBadge } from '~/ui/badge'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { ErrorSummary } from '~/ui/error-summary'
import { Properties } from '~/ui/properties'
import { Time } from '~/ui/time'
import { DeskReplyForm, deskFormState, NoteForm } from './desk-forms'
import {
  DESK_STATUS,
  PRIORITY_LABEL,
  type Attachment,
  type Ticket,
  type TicketPage,
} from './ticket'
import { LinkedTickets } from './linked-tickets'
import { resolutionOf } from './resolution'
import { ResolutionRecord } from './resolution-record'
import { TicketEvents } from './ticket-events'
import { TicketThread } from './ticket-thread'

/** The agent or admin who looks at a ticket. */
export type DeskReader = { id: string; isAdmin: boolean }

type Props = TicketPage & {
  files: Attachment[]
  viewer: DeskReader
  messageId: string
  clock: ReaderClock
  result: FormResult
}

/** A ticket as agents work on it: all that was said, notes included, and the two forms apart. */
export function DeskTicket({
  ticket,
  messages,
  events,
  files,
  viewer,
  messageId,
  clock,
  result,
}: Props) {
  const { number, subject, status, requester } = ticket
  const resolution = resolutionOf({ ticket, messages, events })
  const forms = { number, messageId, files, result, requesterName: requester.name }
  return (
    <>
      <Breadcrumbs trail={[{ to: queuePath, label: 'Queue' }]} />
      <ErrorSummary errors={deskFormState(result).errors}>What you wrote is kept.</ErrorSummary>
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
      <KeptFlash />
      <div className="desk-grid desk-grid--ticket">
        <div>
          <section aria-labelledby="log">
            <h2 className="hidden-text" id="log">
              Communication log
            </h2>
            <TicketThread {...{ number, messages, events, clock }} reader={{ kind: 'staff' }} />
          </section>
          <DeskReplyForm {...forms} />
          <NoteForm {...forms} />
        </div>
        <aside className="aside" aria-label="About this ticket">
          <WorkPanel ticket={ticket} viewer={viewer} />
          <RequesterPanel ticket={ticket} />
          {resolution ? <ResolutionRecord resolution={resolution} clock={clock} /> : null}
          <section className="panel" aria-labelledby="timeline">
            <h2 id="timeline">Timeline</h2>
            <TicketEvents events={events} reader={{ kind: 'staff' }} clock={clock} />
          </section>
        </aside>
      </div>
    </>
  )
}

/** "Take" stands only where it works: nobody takes a ticket out of a colleague's hands. */
function WorkPanel({ ticket, viewer }: { ticket: Ticket; viewer: DeskReader }) {
  const { number, status, assignee, priority, category } = ticket
  const mayRelease = assignee !== null && (assignee.id === viewer.id || viewer.isAdmin)
  const items = [
    { name: 'Assignee', value: assignee ? <bdi>{assignee.name}</bdi> : 'Nobody' },
    {
      name: 'Priority',
      value: <PriorityBadge priority={priority}>{PRIORITY_LABEL[priority]}</PriorityBadge>,
    },
    { name: 'Category', value: category.name },
  ]
  return (
    <form className="panel" action={deskTicketPath(number)} method="post">
      <h2>Work on it</h2>
      <Properties items={items} />
      {assignee && !mayRelease ? (
        <p className="small">
          <bdi>{assignee.name}</bdi> works on it. To take it over, ask for its release.
        </p>
      ) : null}
      <p className="actions">
        {assignee || status === 'closed' ? null : (
          <SubmitButton name="intent" value="take" busy="Taking…">
            Take
          </SubmitButton>
        )}
        {mayRelease ? (
          <SubmitButton name="intent" value="release" busy="Releasing…" look="quiet">
            Release
          </SubmitButton>
        ) : null}
      </p>
    </form>
  )
}

function RequesterPanel({ ticket: { requester } }: { ticket: Ticket }) {
  return (
    <section className="panel" aria-labelledby="requester">
      <h2 id="requester">
        <bdi>{requester.name}</bdi>
      </h2>
      <Properties items={[{ name: 'Email', value: requester.email ?? 'None' }]} />
    </section>
  )
}
