import { expect, test } from 'vitest'
import { officeDuration, officeHoursInWords, type OfficeHours } from './office-hours'

const hours: OfficeHours = {
  time_zone: 'Europe/Berlin',
  days: [1, 2, 3, 4, 5],
  opens: '9:00',
  closes: '17:30',
  day_minutes: 510,
  has_holidays: false,
}

test.each([
  [{}, 'Monday to Friday, 9:00 to 17:30, Berlin time'],
  [{ days: [1, 2, 4] }, 'Monday, Tuesday and Thursday, 9:00 to 17:30, Berlin time'],
  [{ days: [6, 7] }, 'Saturday and Sunday, 9:00 to 17:30, Berlin time'],
  [{ days: [3] }, 'Wednesday, 9:00 to 17:30, Berlin time'],
  [{ days: [1, 2, 3, 4, 5, 6, 7], time_zone: 'UTC' }, 'every day, 9:00 to 17:30, UTC'],
  [{ time_zone: 'America/New_York' }, 'Monday to Friday, 9:00 to 17:30, New York time'],
  [{ has_holidays: true }, 'Monday to Friday, 9:00 to 17:30, Berlin time, holidays apart'],
])('office hours with %j are "%s"', (changes, words) => {
  expect(officeHoursInWords({ ...hours, ...changes })).toBe(words)
})

test.each([
  [0.4, 'less than a minute'],
  [145, '2 h 25 min'],
  [509, '8 h 29 min'],
  [510, '1 working day'],
  [1_800, '3 working days 4 h'],
])('%d minutes of office hours are %s', (minutes, words) => {
  expect(officeDuration(minutes, hours)).toBe(words)
})

test('a working day is as long as the office is open', () => {
  expect(officeDuration(960, { ...hours, day_minutes: 480 })).toBe('2 working days')
})
