/** When we are there, in words; Postgres counts by the same hours (`private.office_minutes`). */
export const OFFICE_HOURS = 'Monday to Friday, 9:00 to 17:30, Berlin time'

type Day = { minutes: number; one: string; several: string }

const DAY: Day = { minutes: 24 * 60, one: 'day', several: 'days' }
const WORKING_DAY: Day = { minutes: 8.5 * 60, one: 'working day', several: 'working days' }

/** A length of time for people: "less than a minute", "48 min", "2 h 25 min", "3 days 4 h". */
export function duration(minutes: number): string {
  return inWords(minutes, DAY)
}

/** The same in our office hours: "48 min", "2 h 25 min", "3 working days 4 h". */
export function officeDuration(minutes: number): string {
  return inWords(minutes, WORKING_DAY)
}

function inWords(minutes: number, day: Day): string {
  const whole = Math.round(minutes)
  if (whole < 1) return 'less than a minute'
  const days = Math.floor(whole / day.minutes)
  const hours = Math.floor((whole % day.minutes) / 60)
  const parts: [number, string][] =
    days > 0
      ? [
          [days, days === 1 ? day.one : day.several],
          [hours, 'h'],
        ]
      : [
          [hours, 'h'],
          [whole % 60, 'min'],
        ]
  return parts.flatMap(([count, unit]) => (count > 0 ? [`${count} ${unit}`] : [])).join(' ')
}
