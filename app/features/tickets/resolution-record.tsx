import type { ReactNode } from 'react'
import type { ReaderClock } from '~/http/reader-clock'
import { Properties } from '~/ui/properties'
import { Section } from '~/ui/section'
import { Time } from '~/ui/time'
import { duration } from './duration'
import { officeDuration, officeHoursInWords, type OfficeTime } from './office-hours'
import type { Resolution } from './resolution'

type Props = {
  resolution: Resolution
  /** How long it took by our office hours, where that is told. */
  office?: OfficeTime | null
  clock: ReaderClock
  /** The person who reads as "You"; nobody at the desk. */
  reader?: string
}

const TIMES = ['Never', 'Once', 'Twice']

/** Who solved a ticket, when, how, after how long, and whether it came back. */
export function ResolutionRecord({ resolution, office = null, clock, reader }: Props) {
  const { by, at, minutes, reopened } = resolution
  const who = by ? <bdi>{by.id === reader ? 'You' : by.name}</bdi> : 'Portico'
  const items = [
    { name: 'Solved by', value: who },
    { name: 'When', value: <Time at={at} {...clock} /> },
    { name: 'How', value: howWords(resolution) },
    { name: 'After', value: duration(minutes) },
    ...(office
      ? [{ name: 'In office hours', value: officeDuration(office.minutes, office.hours) }]
      : []),
    { name: 'Opened again', value: TIMES[reopened] ?? `${reopened} times` },
  ]
  return (
    <Section id="resolution" title="Solution" variant="flat">
      <Properties items={items} />
      {office ? (
        <p className="small muted">Office hours: {officeHoursInWords(office.hours)}.</p>
      ) : null}
    </Section>
  )
}

function howWords({ how, answerId }: Resolution): ReactNode {
  if (how === 'requester') return 'Closed by the person who opened it'
  if (how === 'no-answer') return 'Without an answer'
  return <a href={`#message-${answerId}`}>With this answer</a>
}
