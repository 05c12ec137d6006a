import { ConfirmPanel } from '~/ui/confirm-panel'
import { tickedValue, type BulkQuestion } from './bulk-change'

/** One more question before tickets are closed for good. @param back the queue as it was */
export function CloseQuestion({ tickets, back }: BulkQuestion & { back: string }) {
  const many = tickets.length === 1 ? '1 ticket' : `${tickets.length} tickets`
  return (
    <>
      <h1 className="page-title">Close tickets</h1>
      <ConfirmPanel
        action={back}
        title={`Close ${many}?`}
        confirm={`Close ${many}`}
        keep={{ to: back, label: 'Leave them as they are' }}
      >
        <p>{tickets.map(({ number }) => number).join(', ')}</p>
        <p>
          A closed ticket stays closed. Its requester can read it, and go on only in a follow-up. To
          let people come back within 7 days, set it to Solved instead.
        </p>
        {tickets.map((ticket) => (
          <input key={ticket.number} type="hidden" name="ticket" value={tickedValue(ticket)} />
        ))}
        <input type="hidden" name="change" value="status:closed" />
        <input type="hidden" name="sure" value="yes" />
      </ConfirmPanel>
    </>
  )
}
