import { expect, test } from 'vitest'
import { seal, unseal } from './sealed-value.server'

const env = { SESSION_SECRET: 'a secret for tests that is long enough' }
const made = new Date('2026-03-01T10:00:00Z')
const later = new Date('2026-03-01T10:00:05Z')

test('a sealed value comes back with its age', () => {
  const text = seal(env, 'step-up', 'session 1', made)
  expect(unseal(env, 'step-up', text, later)).toEqual({ value: 'session 1', ageMs: 5_000 })
})

test('it is good for its own purpose and under its own secret alone', () => {
  const text = seal(env, 'step-up', 'session 1', made)
  expect(unseal(env, 'form', text, later)).toBeNull()
  expect(
    unseal({ SESSION_SECRET: 'another secret, also long enough' }, 'step-up', text, later),
  ).toBeNull()
})

test.each([0, 1, 2])('a change in its part %s breaks it', (index) => {
  const parts = seal(env, 'step-up', 'session 1', made).split('.')
  parts[index] = `x${parts[index]!.slice(1)}`
  expect(unseal(env, 'step-up', parts.join('.'), later)).toBeNull()
})

test.each([undefined, null, 7, '', '.', '..', 'a.b.c', 'x'.repeat(3000)])('%j is none', (text) => {
  expect(unseal(env, 'step-up', text, later)).toBeNull()
})
