import { expect, test } from 'vitest'
import { holdsSession } from './session-cookie'

const session = { access_token: 'a.b.c', refresh_token: 'r', expires_at: 1_800_000_000 }

function written(value: unknown): string {
  return `base64-${Buffer.from(JSON.stringify(value)).toString('base64url')}`
}

test('a session in one cookie is one', () => {
  expect(holdsSession([{ name: 's', value: written(session) }], 's')).toBe(true)
})

test('a session in several cookies is one, in whatever order they come', () => {
  const text = written({ ...session, access_token: 'ä'.repeat(3_000) })
  const [first, second] = [text.slice(0, 3_000), text.slice(3_000)]
  const cookies = [
    { name: 's.1', value: second },
    { name: 's.0', value: first },
  ]
  expect(holdsSession(cookies, 's')).toBe(true)
  expect(holdsSession(cookies.slice(0, 1), 's')).toBe(false)
  expect(holdsSession(cookies.slice(1), 's')).toBe(false)
})

test.each([
  ['nothing', ''],
  ['plain text', 'nonsense'],
  ['JSON without base64', JSON.stringify(session)],
  ['what is not base64', 'base64-@@@'],
  ['half a character', `base64-${Buffer.from([0xc3]).toString('base64url')}`],
  ['null', written(null)],
  ['an array', written([session])],
  ['no refresh token', written({ ...session, refresh_token: undefined })],
  ['a number for a token', written({ ...session, access_token: 1 })],
  ['an end that is no number', written({ ...session, expires_at: 'soon' })],
])('%s is no session', (_what, value) => {
  expect(holdsSession([{ name: 's', value }], 's')).toBe(false)
})
