import { expect, test } from 'vitest'
import {
  changedSentence,
  changeValue,
  readChange,
  readTicked,
  refusalSentence,
  tickedValue,
} from './bulk-change'

test.each([
  ['status:solved', { what: 'status', value: 'solved' }],
  ['assignee:me', { what: 'assignee', value: 'me' }],
  ['add_tag:time: zone', { what: 'add_tag', value: 'time: zone' }],
])('"%s" is a change', (entry, change) => {
  expect(readChange(entry)).toEqual(change)
  expect(changeValue(readChange(entry)!)).toBe(entry)
})

test.each(['', 'status', 'status:new', 'assignee:42', 'macro_id:x', 'constructor:x', null, {}])(
  '%o is no change',
  (entry) => {
    expect(readChange(entry)).toBeNull()
  },
)

test('tick boxes are read each once, and nonsense is left out', () => {
  const values = [tickedValue({ number: 1001, version: 3 }), '1001:4', '1002', '-1:1', 'x:y', null]
  expect(readTicked(values)).toEqual([{ number: 1001, version: 4 }])
})

test('what was changed and what was not is said by number', () => {
  expect(changedSentence([1001])).toBe('1 ticket is changed: 1001.')
  expect(changedSentence(Array.from({ length: 100 }, (_, n) => 1001 + n))).toMatch(
    /^100 tickets are changed: 1001, .*, 1020 and 80 more\.$/,
  )
  expect(refusalSentence({ number: 1042, reason: 'closed' })).toMatch(/^1042 is closed/)
})
