import { lengthInWords } from './duration'

/** When the office is open, as the operator has set it in `office_hours`. */
export type OfficeHours = {
  /** IANA name, such as `Europe/Berlin`. */
  time_zone: string
  /** 1 is Monday, 7 is Sunday; in order. */
  days: number[]
  /** `9:00` */
  opens: string
  closes: string
  /** How long one of these days is. */
  day_minutes: number
  has_holidays: boolean
}

/** A length of time by these hours. */
export type OfficeTime = { minutes: number; hours: OfficeHours }

const DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')

/** "Monday to Friday, 9:00 to 17:30, Berlin time". */
export function officeHoursInWords(hours: OfficeHours): string {
  const words = [daysInWords(hours.days), `${hours.opens} to ${hours.closes}`, zone(hours)]
  return `${words.join(', ')}${hours.has_holidays ? ', holidays apart' : ''}`
}

/** Minutes of office hours for people: "48 min", "2 h 25 min", "3 working days 4 h". */
export function officeDuration(minutes: number, { day_minutes }: OfficeHours): string {
  return lengthInWords(minutes, {
    minutes: day_minutes,
    one: 'working day',
    several: 'working days',
  })
}

function daysInWords(days: number[]): string {
  const names = days.map((day) => DAYS[day - 1]!)
  const first = names[0]!
  const last = names.at(-1)!
  if (names.length === DAYS.length) return 'every day'
  if (names.length === 1) return first
  const isRow = days.every((day, place) => place === 0 || day === days[place - 1]! + 1)
  if (isRow && names.length > 2) return `${first} to ${last}`
  return `${names.slice(0, -1).join(', ')} and ${last}`
}

/** A zone is called by its city; those without one by their own name. */
function zone({ time_zone }: OfficeHours): string {
  const city = time_zone.includes('/') ? time_zone.split('/').at(-1) : null
  return city ? `${city.replaceAll('_', ' ')} time` : time_zone
}
