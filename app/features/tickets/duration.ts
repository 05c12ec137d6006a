/** How long a day is, and what one and several of them are called. */
type Day = { minutes: number; one: string; several: string }

const DAY: Day = { minutes: 24 * 60, one: 'day', several: 'days' }

/** A length of time for people: "less than a minute", "48 min", "2 h 25 min", "3 days 4 h". */
export function duration(minutes: number): string {
  return lengthInWords(minutes, DAY)
}

/** The same in days of another length. */
export function lengthInWords(minutes: number, day: Day): string {
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
