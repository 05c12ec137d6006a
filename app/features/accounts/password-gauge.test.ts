import { expect, test } from 'vitest'
import { gaugePassword } from './password-gauge'
import { weaknessOf } from './password-strength.server'

test.each([
  ['', 0, ''],
  ['short', 1, 'Too short: 7 more characters.'],
  ['elevenchars', 1, 'Too short: 1 more character.'],
  ['🦔'.repeat(19), 1, 'Too long: accents and emoji count more than once.'],
])('%j is gauged %i', (password, level, words) => {
  expect(gaugePassword(password)).toEqual({ level, words })
})

test.each([
  ['aaaaaaaaaaaa', /again and again/],
  ['abcabcabcabc', /again and again/],
  ['password1234', /tried first/],
  ['qwertyuiop123', /tried first/],
  ['porticoportico', /tried first/],
  ['abcdefghijkl1234', /tried first/],
])('%s is called easy to guess, with a reason and a tip', (password, reason) => {
  const { level, words } = gaugePassword(password)
  expect(level).toBe(2)
  expect(words).toMatch(reason)
  expect(words).toContain('four or more words')
})

test('name and address are no secret', () => {
  expect(gaugePassword('MayaLindqvist1', ['Maya Lindqvist', 'maya@example.com'])).toMatchObject({
    level: 2,
    words: expect.stringContaining('your name'),
  })
  expect(gaugePassword('maya keeps four lanterns', ['Maya Lindqvist']).level).toBe(4)
})

test.each([
  'copper window seven rivers',
  'quiet-harbour-lantern-42',
  'four quiet words 🦔 and a lantern',
  'Zk4!mPq9#vLx',
  'tangerine bicycle moon',
])('what the server takes, such as %s, is not called weak', (password) => {
  expect(weaknessOf(password, [])).toBeNull()
  expect(gaugePassword(password).level).toBeGreaterThan(2)
})
