import { expect, test } from 'vitest'
import { issuePermit, readPermit } from './permit.server'

const env = { SESSION_SECRET: 'a secret for tests that is long enough' }
const permit = { viewerId: 'maya', ticketId: 'folder', messageKey: 'message' }
const now = new Date('2026-03-10T09:00:00Z')
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)

test('a permit says for whom a form may be kept, for a day', () => {
  const sent = issuePermit(env, permit, now)
  expect(readPermit(env, sent, 'message', now)).toEqual(permit)
  expect(readPermit(env, sent, 'message', later(24))).toEqual(permit)
  expect(readPermit(env, sent, 'message', later(24.01))).toBeNull()
  expect(readPermit(env, sent, 'message', later(-0.01))).toBeNull()
})

test('a permit is good for its own message and its own server alone', () => {
  const sent = issuePermit(env, permit, now)
  expect(readPermit(env, sent, 'another', now)).toBeNull()
  const other = { SESSION_SECRET: 'another secret that is long enough too' }
  expect(readPermit(other, sent, 'message', now)).toBeNull()
})

test.each([undefined, null, '', 'x', 'a.b.c', 7, 'é'.repeat(3000)])('%j is no permit', (sent) => {
  expect(readPermit(env, sent, 'message', now)).toBeNull()
})

test('a permit whose person was exchanged is none', () => {
  const [at, , mark] = issuePermit(env, permit, now).split('.')
  const forged = Buffer.from('tomas folder message').toString('base64url')
  expect(readPermit(env, `${at}.${forged}.${mark}`, 'message', now)).toBeNull()
})
