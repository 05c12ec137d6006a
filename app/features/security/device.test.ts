import { expect, test } from 'vitest'
import { placeWords, signedOutWords } from './device'

test.each([
  [0, 'You are signed in on no other device.'],
  [1, 'You are signed out on one other device.'],
  [3, 'You are signed out on 3 other devices.'],
])('after signing out on %i others it says: %s', (count, words) => {
  expect(signedOutWords(count)).toBe(words)
})

test('a place says what is known of it', () => {
  expect(placeWords('DE', '203.0.113.24')).toBe('Germany, 203.0.113.24')
  expect(placeWords(null, '203.0.113.24')).toBe('203.0.113.24')
  expect(placeWords(null, null)).toBe('Unknown place')
})
