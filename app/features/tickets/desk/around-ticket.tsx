import { SubmitButton } from '~/forms/submit-button'
import { resolutionOf } from '../resolution'
import { ResolutionRecord } from '../resolution-record'
import { TicketEvents } from '../ticket-events'
import type { DeskTicketProps } from './desk-ticket-props'
import { CHECK_BUTTON } from './live-presence'
import { RequesterPanel, SimilarPanel } from './requester-panel'
import { WorkForm } from './work-form'

/** What stands beside a ticket: its fields, its requester, tickets like it, its history. */
export function AroundTicket(props: DeskTicketProps) {
  const { ticket, messages, events, desk, categories, choices, clock, viewer } = props
  const { result, refused } = props
  const resolution = resolutionOf({ ticket, messages, events })
  return (
    <aside className="aside" aria-label="About this ticket">
      {props.isClosed ? null : (
        <WorkForm
          {...{ ticket, events, categories, choices, viewer, result }}
          tags={desk.tags}
          team={desk.team}
          stale={refused?.part === 'fields' && refused.conflict}
        />
      )}
      <p>
        <SubmitButton id={CHECK_BUTTON} name="intent" value="check" busy="Looking…" look="quiet">
          Check for updates
        </SubmitButton>
      </p>
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
