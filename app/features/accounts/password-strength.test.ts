import { expect, test } from 'vitest'
import { weaknessOf } from './password-strength.server'

const ABOUT = ['Maya Lindqvist', 'maya.lindqvist@example.com']

test.each([
  ['password1234', /tried first/],
  ['Password1234!', /tried first/],
  ['123456789012', /tried first/],
  ['qwertyuiopas', /tried first/],
  ['iloveyou1234', /tried first/],
  ['aaaaaaaaaaaaaaaa', /again and again/],
  ['abcabcabcabcabc', /again and again/],
  ['portico12345', /harder to guess/],
  ['porticoportico', /harder to guess/],
  ['mayalindqvist', /harder to guess/],
  ['maya.lindqvist@example.com', /your name, your address or ours|harder to guess/],
])('%s is refused with a reason and a tip', (password, reason) => {
  expect(weaknessOf(password, ABOUT)).toMatch(reason)
  expect(weaknessOf(password, ABOUT)).toMatch(/Take four or more words/)
})

test.each([
  'quiet-harbour-lantern-42',
  'correct horse battery staple',
  'hedgehog 🦔 walks under the rain',
  'вчера утром шёл тёплый дождь',
  'kL9#mQ2$vR7@pW',
  'aaaa river lantern ticket',
])('%s is taken: nobody asks which characters are in it', (password) => {
  expect(weaknessOf(password, ABOUT)).toBeNull()
})

test('the longest password is judged in under a second', () => {
  const started = performance.now()
  weaknessOf('a@s4$e3'.repeat(11).slice(0, 72), ABOUT)
  expect(performance.now() - started).toBeLessThan(1_000)
})
