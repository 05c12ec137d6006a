const MONTHS =
  'January February March April May June July August September October November December'.split(' ')

type Parts = { year: number; month: number; day: number; hour: string; minute: string }

/** Making a format takes as long as using it a hundred times; there are some 600 zones at most. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    formats.set(zone, format)
  }
  return format
}

function partsIn(date: Date, zone: string): Parts {
  const part = Object.fromEntries(
    formatOf(zone)
      .formatToParts(date)
      .map(({ type, value }) => [type, value]),
  )
  return {
    year: Number(part.year),
    month: Number(part.month),
    day: Number(part.day),
    hour: part.hour ?? '00',
    minute: part.minute ?? '00',
  }
}

/** Days between two dates on the wall calendar of one zone, whatever the clocks did meanwhile. */
function daysBetween(from: Parts, to: Parts): number {
  const day = ({ year, month, day }: Parts) => Date.UTC(year, month - 1, day) / 86_400_000
  return day(to) - day(from)
}

/**
 * A time for people: "Today, 10:55", "Yesterday, 18:02", "10 March, 09:12", "10 March 2025, 09:12".
 * @param iso the moment, ISO 8601
 * @param zone the reader's IANA zone
 * @param now the moment of reading, ISO 8601
 */
export function formatTime(iso: string, zone: string, now: string): string {
  const then = partsIn(new Date(iso), zone)
  const today = partsIn(new Date(now), zone)
  const clock = `${then.hour}:${then.minute}`
  const days = daysBetween(then, today)
  if (days === 0) return `Today, ${clock}`
  if (days === 1) return `Yesterday, ${clock}`
  const year = then.year === today.year ? '' : ` ${then.year}`
  return `${then.day} ${MONTHS[then.month - 1]}${year}, ${clock}`
}

/** A day for people: "10 March 2026". @param iso a day or a moment, ISO 8601 */
export function formatDay(iso: string, zone: string): string {
  const { day, month, year } = partsIn(new Date(iso), zone)
  return `${day} ${MONTHS[month - 1]} ${year}`
}
