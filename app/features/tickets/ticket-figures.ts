import type { OfficeHours } from './office-hours'

/** Medians in minutes; null where there is none to tell. */
type Times = { response: number | null; resolution: number | null }

/** One person's tickets in figures. Times count office hours where nothing else is said. */
export type TicketFigures = Times & {
  total: number
  done: number
  /** `response` and `resolution` above go by the clock on the wall; these do not. */
  office: Times
  /** The last twelve months, oldest first; `month` is `2026-03`. */
  months: ({ month: string; opened: number } & Times)[]
  hours: OfficeHours
  categories: ({ name: string; opened: number } & Times)[]
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** `2026-03` as "Mar 2026". */
export function monthName(month: string): string {
  const [year, number] = month.split('-')
  return `${MONTHS[Number(number) - 1]} ${year}`
}
