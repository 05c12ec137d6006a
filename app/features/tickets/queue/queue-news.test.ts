import { expect, test } from 'vitest'
import type { QueueLine } from './queue'
import { countChanges, marksSince } from './queue-news'

const line = (number: number, version = 1) => ({ number, version }) as QueueLine
const opened = [line(1001), line(1002), line(1003)]

test('what came since and what changed since is marked, and nothing else', () => {
  const marks = marksSince(opened, [line(1004), line(1001), line(1002, 5)])
  expect([...marks]).toEqual([
    [1004, 'new'],
    [1002, 'changed'],
  ])
})

test.each([
  ['nothing', opened, 0],
  ['one that changed', [line(1001), line(1002, 2), line(1003)], 1],
  ['one that came', [...opened, line(1004)], 1],
  ['one that left', [line(1001), line(1003)], 1],
  ['one that pushed another off the page', [line(1004), line(1001), line(1002)], 1],
  ['one that left, one that came and one that changed', [line(1004), line(1001), line(1002, 2)], 2],
  ['all that left', [], 3],
])('%s is counted as such', (_, latest, count) => {
  expect(countChanges(opened, latest)).toBe(count)
})
