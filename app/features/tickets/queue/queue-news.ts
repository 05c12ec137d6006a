import type { QueueLine, QueuePage } from './queue'

/** What of a page of the queue changes while somebody looks at it. */
export type QueueNews = Pick<QueuePage, 'total' | 'tickets' | 'counts'> & {
  /** When it was so; ISO, UTC. */
  now: string
}

/** new: the line was not there when the page was opened. changed: its ticket was another one then. */
export type Mark = 'new' | 'changed'

/** Which lines are not what they were, by number of ticket. */
export function marksSince(opened: QueueLine[], shown: QueueLine[]): Map<number, Mark> {
  const before = new Map(opened.map(({ number, version }) => [number, version]))
  const marks = new Map<number, Mark>()
  for (const { number, version } of shown) {
    if (!before.has(number)) marks.set(number, 'new')
    else if (before.get(number) !== version) marks.set(number, 'changed')
  }
  return marks
}

/** How many tickets differ between two states of a list. One that came in the place of another counts once. */
export function countChanges(shown: QueueLine[], latest: QueueLine[]): number {
  const marks = [...marksSince(shown, latest).values()]
  const came = marks.filter((mark) => mark === 'new').length
  const left = shown.length + came - latest.length
  return marks.length - came + Math.max(came, left)
}
