import { expect, test } from 'vitest'
import { isLoopback } from './loopback'

test.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['127.8.9.10', true],
  ['[::1]', true],
  ['127.evil.example', false],
  ['127.0.0.1.evil.example', false],
  ['localhost.evil.example', false],
  ['128.0.0.1', false],
])('%s means this machine: %s', (hostname, expected) => {
  expect(isLoopback(hostname)).toBe(expected)
})
