/** One person's tickets in figures. Times are medians in minutes; null where there is none to tell. */
export type TicketFigures = {
  total: number
  done: number
  response: number | null
  resolution: number | null
  /** The last twelve months, oldest first; `month` is `2026-03`. */
  months: {
    month: string
    opened: number
    response: number | null
    resolution: number | null
  }[]
  categories: { name: string; opened: number }[]
}

/** A length of time for people: "less than a minute", "48 min", "2 h 25 min", "3 days 4 h". */
export function duration(minutes: number): string {
  const whole = Math.round(minutes)
  if (whole < 1) return 'less than a minute'
  const days = Math.floor(whole / 1440)
  const hours = Math.floor((whole % 1440) / 60)
  const parts: [number, string][] =
    days > 0
      ? [
          [days, days === 1 ? 'day' : 'days'],
          [hours, 'h'],
        ]
      : [
          [hours, 'h'],
          [whole % 60, 'min'],
        ]
  return parts.flatMap(([count, unit]) => (count > 0 ? [`${count} ${unit}`] : [])).join(' ')
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** `2026-03` as "Mar 2026". */
export function monthName(month: string): string {
  const [year, number] = month.split('-')
  return `${MONTHS[Number(number) - 1]} ${year}`
}
