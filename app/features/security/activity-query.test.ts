import { expect, test } from 'vitest'
import { activityQueryString, readSecurityLogQuery } from './activity-query'

const PERSON = '3f8a0f0e-2a52-4f0b-9d1c-5a1de3a1b001'
const read = (text: string) => readSecurityLogQuery(new URLSearchParams(text))

test('a log is asked for by person, kind, address and days', () => {
  const text = `?q=maya&address=203.0.113.0%2F24&person=${PERSON}&kind=sign_in&from=2026-03-01&to=2026-03-10&page=2`
  const query = read(text)
  expect(query).toEqual({
    search: 'maya',
    address: '203.0.113.0/24',
    person: PERSON,
    kind: 'sign_in',
    from: '2026-03-01',
    to: '2026-03-10',
    page: 2,
  })
  expect(read(activityQueryString(query, {}))).toEqual(query)
})

test.each([
  'kind=__proto__',
  'person=1%20or%201',
  'from=yesterday&to=2026-02-30',
  'page=-1',
  'page=1e9',
  'q=%00&address=%20',
])('%s asks for everything', (text) => {
  const { page, ...rest } = read(text)
  expect(page).toBe(1)
  expect(Object.values(rest).filter(Boolean)).toEqual([])
})
