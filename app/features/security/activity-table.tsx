import { deviceWords, type SecurityEvent } from '~/auth/security-event'
import type { ReaderClock } from '~/http/reader-clock'
import { DataTable, type Column } from '~/ui/data-table'
import { Time } from '~/ui/time'
import { placeWords } from './device'
import { eventWords, isAlarming } from './event-words'

type Props<Event extends SecurityEvent> = {
  caption: string
  events: Event[]
  clock: ReaderClock
  /** Columns between what happened and when. */
  more?: Column<Event>[]
}

/** What happened, with which device, from where, when; newest first. */
export function ActivityTable<Event extends SecurityEvent>(props: Props<Event>) {
  const { caption, events, clock, more = [] } = props
  const columns: Column<Event>[] = [
    { key: 'what', label: 'What', cell: (event) => <What event={event} /> },
    ...more,
    {
      key: 'device',
      label: 'Device',
      cell: ({ device }) => (device?.browser ? deviceWords(device) : 'Not known'),
    },
    {
      key: 'address',
      label: 'Address',
      cell: ({ country, address }) =>
        country || address ? placeWords(country, address) : 'Not kept',
    },
    { key: 'when', label: 'When', cell: ({ at }) => <Time at={at} {...clock} /> },
  ]
  return <DataTable caption={caption} columns={columns} rows={events} rowKey={({ id }) => id} />
}

function What({ event }: { event: SecurityEvent }) {
  const words = <bdi>{eventWords(event)}</bdi>
  return (
    <>
      {isAlarming(event.kind) ? <strong>{words}</strong> : words}
      {event.actor ? (
        <span className="subline">
          by <bdi>{event.actor.name}</bdi>
        </span>
      ) : null}
    </>
  )
}
