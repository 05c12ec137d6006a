import { expect, test } from 'vitest'
import { chooseEncoding } from './compression'

test.each([
  ['gzip, deflate, br', 'text/html; charset=utf-8', 'br'],
  ['gzip', 'text/html', 'gzip'],
  ['br;q=0, gzip;q=1.0', 'text/css', 'gzip'],
  [undefined, 'text/html', null],
  ['identity', 'text/html', null],
  ['br', 'image/png', null],
  ['br', 'text/event-stream', null],
  ['BR', 'application/json', 'br'],
])('Accept-Encoding %s for %s gives %s', (accepted, type, expected) => {
  expect(chooseEncoding(accepted, type)).toBe(expected)
})
