import { expect, test } from 'vitest'
import { EVENT_KINDS, type EventKind } from '~/auth/security-event'
import { eventWords } from './event-words'

test.each<[EventKind, Record<string, unknown>, string]>([
  ['sign_in', { method: 'password' }, 'Signed in with password'],
  ['sign_in', { method: 'oauth:github' }, 'Signed in with GitHub'],
  ['sign_in', {}, 'Signed in'],
  ['signed_out_elsewhere', { sessions: 1 }, 'Signed out on another device'],
  ['signed_out_elsewhere', { sessions: 3 }, 'Signed out on 3 other devices'],
  ['threat', { rule: 'new_country' }, 'Used in two countries within two hours'],
  ['threat', { rule: 'toString' }, 'Something unusual'],
  ['name_changed', { before: 'Maya', after: 'Maja' }, 'Name changed from Maya to Maja'],
  [
    'phone_changed',
    { before: null, after: '4915112345678' },
    'Phone number changed to 4915112345678',
  ],
])('%s %j reads "%s"', (kind, detail, words) => {
  expect(eventWords({ kind, detail })).toBe(words)
})

test.each(EVENT_KINDS)('%s has words when its detail is forgotten', (kind) => {
  expect(eventWords({ kind, detail: {} })).toMatch(/^[A-Z].{5,}/)
})
