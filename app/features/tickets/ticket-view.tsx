import type { FormResult } from '~/forms/form-state'
import { KeptFlash } from '~/ui/kept-flash'
import { ticketFeedPagePath, ticketPath, ticketsPath } from '~/http/paths'
import { zoneNote, type ReaderClock } from '~/http/reader-clock'
import { StatusBadge, PriorityBadge } from '~/ui/badge'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { formatDay } from '~/ui/format-time'
import { HelpFrame } from '~/ui/help-frame'
import { Link } from '~/ui/link'
import { Progress } from '~/ui/progress'
import { Properties } from '~/ui/properties'
import { Section } from '~/ui/section'
import { Time } from '~/ui/time'
import { LinkedTickets } from './desk/linked-tickets'
import { goesOnIn } from './goes-on-in'
import type { FileRules } from './file-rules'
import type { OfficeTime } from './office-hours'
import { resolutionOf } from './resolution'
import { ResolutionRecord } from './resolution-record'
import { ReplyForm, replyFormState } from './reply-form'
import { CUSTOMER_STATUS, PRIORITY_LABEL, type Attachment, type TicketPage } from './ticket'
import { TicketEvents } from './ticket-events'
import { progressSteps } from './ticket-progress'
import { TicketThread } from './ticket-thread'

type Props = TicketPage & {
  /** How long it took by our office hours, once it is solved. */
  office: OfficeTime | null
  files: Attachment[]
  fileRules: FileRules
  replyId: string
  replyBegun: string
  lostFiles: string[]
  permit: string
  reopenable: boolean
  clock: ReaderClock
  result: FormResult
}

/** A ticket as its requester sees it: where it stands, what was said, the place to answer. */
export function TicketView({
  ticket,
  messages,
  events,
  office,
  files,
  fileRules,
  replyId,
  replyBegun,
  lostFiles,
  permit,
  reopenable,
  clock,
  result,
}: Props) {
  const { number, subject, status, requester } = ticket
  const reader = { kind: 'customer', id: requester.id } as const
  const resolution = resolutionOf({ ticket, messages, events })
  return (
    <HelpFrame current="tickets" zoneNote={zoneNote(clock)}>
      <Breadcrumbs trail={[{ to: ticketsPath, label: 'Your tickets' }]} />
      <ErrorSummary errors={replyFormState(result).errors}>What you wrote is kept.</ErrorSummary>
      <div className="page-title">
        <p className="overline">Ticket {number}</p>
        <h1 dir="auto">{subject}</h1>
        <p>
          <StatusBadge status={status} boxed>
            {CUSTOMER_STATUS[status]}
          </StatusBadge>
        </p>
        <LinkedTickets ticket={ticket} events={events} linkTo={ticketPath} />
        <p className="as-of">As of {formatDay(clock.now, clock.zone)}.</p>
      </div>
      <KeptFlash />
      <div className="ticket-grid">
        <div>
          <Progress name="Progress of this ticket" steps={progressSteps(status, reopenable)} />
          <Section id="conversation" title="Conversation">
            <TicketThread {...{ number, messages, events, clock, reader }} />
          </Section>
          <ReplyForm
            {...{ number, status, files, fileRules, replyId, replyBegun }}
            {...{ lostFiles, permit, reopenable, result }}
            goesOn={goesOnIn(events)}
          />
        </div>
        <aside className="aside" aria-label="About this ticket">
          <TicketDetails ticket={ticket} clock={clock} />
          {resolution ? (
            <ResolutionRecord {...{ resolution, office, clock }} reader={requester.id} />
          ) : null}
          <Section id="happened" title="What happened" variant="light">
            <TicketEvents events={events} reader={reader} clock={clock} />
            <form action={ticketPath(number)} method="get" className="actions actions--apart">
              <Button look="quiet" small>
                Check for updates
              </Button>
            </form>
            <p className="small follow">
              <Link to={ticketFeedPagePath(number)}>Follow in a feed reader</Link>
            </p>
          </Section>
        </aside>
      </div>
    </HelpFrame>
  )
}

function TicketDetails({ ticket, clock }: Pick<Props, 'ticket' | 'clock'>) {
  const { priority, category, assignee, created_at } = ticket
  const items = [
    {
      name: 'Priority',
      value: <PriorityBadge priority={priority}>{PRIORITY_LABEL[priority]}</PriorityBadge>,
    },
    { name: 'Category', value: category.name },
    { name: 'With', value: assignee ? <bdi>{assignee.name}</bdi> : 'Our team' },
    { name: 'Opened', value: <Time at={created_at} {...clock} /> },
  ]
  return (
    <Section id="details" title="Details" variant="flat">
      <Properties items={items} />
    </Section>
  )
}
