import type { TicketEvent } from './ticket'

/** The number of the ticket that goes on with a merged one, where the reader may know it; else null. */
export function goesOnIn(events: TicketEvent[]): number | null {
  const merged = events.findLast(({ kind }) => kind === 'merged')
  return merged?.after ? Number(merged.after) : null
}

/**
 * Where a reply of the requester went, in words.
 * @param landed the number of the ticket that has it
 * @param events what had happened to the ticket that it was written on
 */
export function sentWords(number: number, landed: number, events: TicketEvent[]): string {
  if (landed === number) return 'Your reply is sent.'
  if (goesOnIn(events) === null) {
    return `Your reply is sent. It opened ticket ${landed}, which follows up this one.`
  }
  return `Your reply is sent. It is here, in ticket ${landed}, which goes on with ticket ${number}.`
}
