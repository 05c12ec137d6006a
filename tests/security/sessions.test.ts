import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Actor, CUSTOMER, SECOND_CUSTOMER } from '../support/actors'
import { createPerson, operator, PASSWORD, STAFF } from '../support/people'
import { startTestPortal, type TestPortal } from '../support/portal'
import {
  carry,
  expire,
  forgedToken,
  SESSION_COOKIE,
  sessionCookie,
  tokensOf,
} from '../support/session-cookie'
import { openTicket } from '../support/ticket-forms'

let portal: TestPortal
let adminId: string
let customer: Actor

beforeAll(async () => {
  portal = await startTestPortal()
  await createPerson(portal.supabase, CUSTOMER)
  await createPerson(portal.supabase, SECOND_CUSTOMER)
  await createPerson(portal.supabase, STAFF.agent)
  adminId = await createPerson(portal.supabase, STAFF.admin)
})

beforeEach(async () => {
  customer = await new Actor(portal.url).signIn(CUSTOMER.email)
})

afterAll(() => portal.stop())

function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString())
}

function sessionId(actor: Actor): unknown {
  return claimsOf(tokensOf(actor).access_token).session_id
}

const hour = Math.floor(Date.now() / 1000) + 3600
const whole = sessionCookie({ access_token: 'a.b.c', refresh_token: 'x', expires_at: hour })
const forged = (claims: Record<string, unknown>, signature?: string) =>
  sessionCookie({
    access_token: forgedToken(claims, signature),
    refresh_token: 'x',
    expires_at: hour,
    user: { id: claims.sub, role: 'admin', app_metadata: { role: 'admin' } },
  })

const BROKEN: [what: string, cookies: () => Record<string, string>][] = [
  ['alg:none and role admin', () => ({ '': forged({ sub: adminId, role: 'admin' }) })],
  ['alg:none and role service_role', () => ({ '': forged({ role: 'service_role' }) })],
  ['a signature of another secret', () => ({ '': forged({ sub: adminId }, 'c2lnbmF0dXJl') })],
  ['the key that everybody has', () => ({ '': keyAsToken() })],
  ['tokens that are none', () => ({ '': whole })],
  ['malformed base64', () => ({ '': 'base64-@@@%%%' })],
  [
    'base64 of half a character',
    () => ({ '': `base64-${Buffer.from([0xc3]).toString('base64url')}` }),
  ],
  ['no base64 at all', () => ({ '': 'nonsense' })],
  ['malformed percent signs', () => ({ '': '%E0%A4%A' })],
  ['half of its text', () => ({ '': whole.slice(0, 40) })],
  ['9 KB', () => ({ '': `base64-${'A'.repeat(9_000)}` })],
  ['40 chunks', () => numbered(Array.from({ length: 40 }, () => 'A'.repeat(200)))],
  ['a missing chunk', () => ({ '.0': whole.slice(0, 60), '.2': whole.slice(60) })],
  ['chunks in the wrong order', () => numbered([whole.slice(60), whole.slice(0, 60)])],
  ...['null', '[]', '1', '"text"', '{}', '{"access_token":1,"refresh_token":2,"expires_at":3}'].map(
    (json): [string, () => Record<string, string>] => [
      `the JSON ${json}`,
      () => ({ '': sessionCookie(JSON.parse(json)) }),
    ],
  ),
  ['a refresh token that never was', () => ({ '': expiredWith('never-was') })],
  ['no refresh token', () => ({ '': expiredWith(undefined) })],
  [
    'an end that is no number',
    () => ({ '': sessionCookie({ ...JSON_OF_WHOLE, expires_at: 'x' }) }),
  ],
]

const JSON_OF_WHOLE = { access_token: 'a.b.c', refresh_token: 'x' }

function expiredWith(refresh_token: string | undefined): string {
  return sessionCookie({ access_token: forgedToken({}), refresh_token, expires_at: 1 })
}

function keyAsToken(): string {
  const access_token = portal.supabase.publishableKey
  return sessionCookie({ access_token, refresh_token: 'x', expires_at: hour })
}

function numbered(chunks: string[]): Record<string, string> {
  return Object.fromEntries(chunks.map((chunk, index) => [`.${index}`, chunk]))
}

test.each(BROKEN)(
  'a session cookie with %s is a stranger, and is removed',
  async (_what, cookies) => {
    for (const path of ['/tickets', '/admin', '/tickets.data']) {
      const actor = new Actor(portal.url)
      for (const [ending, value] of Object.entries(cookies())) {
        actor.setCookie(`${SESSION_COOKIE}${ending}`, value)
      }
      const answer = await actor.get(path)
      expect([302, 202]).toContain(answer.status)
      expect(`${answer.headers.get('Location')} ${await answer.text()}`).toContain('/login?next=')
      expect(actor.cookieNames()).toEqual([])
    }
  },
)

test.each(BROKEN)(
  'a public page does not mind a session cookie with %s',
  async (_what, cookies) => {
    const actor = new Actor(portal.url)
    for (const [ending, value] of Object.entries(cookies())) {
      actor.setCookie(`${SESSION_COOKIE}${ending}`, value)
    }
    for (const path of ['/', '/login', '/no-such-page']) {
      expect((await actor.get(path)).status).toBe(path === '/no-such-page' ? 404 : 200)
    }
  },
)

test('a name and role that somebody writes into their own cookie count for nothing', async () => {
  const tokens = tokensOf(customer)
  const user = { id: adminId, email: STAFF.admin.email, role: 'admin', name: 'Admin' }
  carry(customer, { ...tokens, user, role: 'admin' })
  const page = await (await customer.get('/account')).text()
  expect(page).toContain(CUSTOMER.email)
  expect(page).not.toContain(STAFF.admin.email)
  expect((await customer.get('/admin')).status).toBe(404)
})

test('cookies are out of reach for scripts and other sites', async () => {
  const answer = await new Actor(portal.url).post('/login', {
    email: CUSTOMER.email,
    password: PASSWORD,
  })
  const lines = answer.headers.getSetCookie()
  expect(lines.length).toBeGreaterThan(0)
  for (const line of lines) {
    expect(line).toMatch(/; Path=\/(;|$)/)
    expect(line).toContain('; HttpOnly')
    expect(line).toContain('; SameSite=Lax')
    expect(line).not.toMatch(/; (Secure|Domain)/)
  }
})

test('on https, each cookie is bound to this host and to https', async () => {
  const PUBLIC_URL = 'https://help.example.com'
  const secure = await startTestPortal({ PUBLIC_URL })
  try {
    await createPerson(secure.supabase, CUSTOMER)
    const actor = new Actor(secure.url)
    const fields = { email: CUSTOMER.email, password: PASSWORD }
    const signedIn = await actor.post('/login', fields, { Origin: PUBLIC_URL })
    const signedOut = await actor.post('/logout', {}, { Origin: PUBLIC_URL })
    const lines = [...signedIn.headers.getSetCookie(), ...signedOut.headers.getSetCookie()]
    expect(lines.some((line) => line.startsWith('__Host-portico-session'))).toBe(true)
    for (const line of lines) {
      expect(line).toMatch(/^__Host-/)
      expect(line).toContain('; Path=/')
      expect(line).toContain('; HttpOnly')
      expect(line).toContain('; Secure')
      expect(line).toContain('; SameSite=Lax')
      expect(line).not.toContain('Domain')
    }
  } finally {
    await secure.stop()
  }
})

async function refreshCount(actor: Actor): Promise<number> {
  const [row] = await portal.supabase.query<{ count: number }>(
    'select count(*)::int as count from auth.refresh_tokens where session_id::text = $1',
    [sessionId(actor)],
  )
  return row!.count
}

test.each(['/tickets', '/tickets.data', '/account', '/tickets/new'])(
  'at %s, a session that has run out is renewed once and goes on',
  async (path) => {
    const before = await refreshCount(customer)
    const old = tokensOf(customer)
    expire(customer)
    const answer = await customer.get(path)
    expect(answer.status).toBe(200)
    const names = answer.headers.getSetCookie().map((line) => line.split('=')[0])
    expect(new Set(names).size).toBe(names.length)
    expect(tokensOf(customer).refresh_token).not.toBe(old.refresh_token)
    expect(await refreshCount(customer)).toBe(before + 1)
    expect((await customer.get('/tickets')).headers.getSetCookie()).toEqual([])
  },
)

test('a page that asks for nobody leaves a session that has run out alone', async () => {
  const before = await refreshCount(customer)
  expire(customer)
  for (const path of ['/', '/login', '/search?q=files', '/no-such-page']) {
    expect((await customer.get(path)).headers.getSetCookie()).toEqual([])
  }
  expect(await refreshCount(customer)).toBe(before)
})

test('loaders that run side by side renew a session once', async () => {
  const { number } = await openTicket(customer)
  const agent = await new Actor(portal.url).signIn(STAFF.agent.email)
  const before = await refreshCount(agent)
  expire(agent)
  expect((await agent.get(`/admin/tickets/${number}`)).status).toBe(200)
  expect(await refreshCount(agent)).toBe(before + 1)
})

test('ten requests at once with a session that has run out all succeed, and it goes on', async () => {
  expire(customer)
  const header = { Cookie: customer.cookieHeader() }
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => customer.get('/tickets', header)),
  )
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200))
  expect((await customer.get('/tickets')).status).toBe(200)
})

test('a form sent with a session that has run out is taken, and the cookies are renewed', async () => {
  expire(customer)
  const { number } = await openTicket(customer)
  expect(number).toBeGreaterThan(1000)
})

test('signing out ends the session at once, even for a copy of its token', async () => {
  const tokens = tokensOf(customer)
  expect((await customer.post('/logout')).status).toBe(303)
  expect(customer.cookieNames().filter((name) => name.startsWith(SESSION_COOKIE))).toEqual([])
  const thief = carry(new Actor(portal.url), tokens)
  expect((await thief.get('/tickets')).status).toBe(302)
  expect(thief.cookieNames()).toEqual([])
  const later = carry(new Actor(portal.url), { ...tokens, expires_at: 1 })
  expect((await later.get('/tickets')).status).toBe(302)
})

test('signing out of one browser leaves the other signed in', async () => {
  const other = await new Actor(portal.url).signIn(CUSTOMER.email)
  await customer.post('/logout')
  expect((await other.get('/tickets')).status).toBe(200)
})

test('a refresh token that is used twice ends the session for both, and owner and admins are told', async () => {
  const copied = tokensOf(customer)
  for (let renewals = 0; renewals < 2; renewals += 1) {
    expire(customer)
    expect((await customer.get('/tickets')).status).toBe(200)
  }
  const thief = carry(new Actor(portal.url), { ...copied, expires_at: 1 })
  expect((await thief.get('/tickets', { 'User-Agent': 'w3m/0.5.3' })).status).toBe(302)
  // The owner's access token is good for another hour, but not here.
  expect((await customer.get('/tickets')).status).toBe(302)
  expect((await thief.get('/tickets')).status).toBe(302)

  await customer.signIn(CUSTOMER.email)
  const log = await (await customer.get('/account/security?kind=threat')).text()
  expect(log.match(/One session was used in two places/g)).toHaveLength(1)
  expect(log).toContain('w3m on unknown system')
  const told = await portal.supabase.query<{ to_address: string; rule: string }>(
    `select to_address, about ->> 'rule' as rule from public.notifications
     where kind in ('threat', 'threat_for_admins') order by to_address`,
  )
  expect(told).toEqual([
    { to_address: CUSTOMER.email, rule: 'token_reused' },
    { to_address: STAFF.admin.email, rule: 'token_reused' },
  ])
})

test('looking at the sign-out address signs nobody out', async () => {
  await customer.get('/logout')
  expect((await customer.get('/tickets')).status).toBe(200)
})

test('signing in replaces whatever session the browser carried', async () => {
  const before = sessionId(customer)
  await customer.signIn(CUSTOMER.email)
  expect(sessionId(customer)).not.toBe(before)
  const fixed = new Actor(portal.url)
  fixed.setCookie(SESSION_COOKIE, whole)
  await fixed.signIn(CUSTOMER.email)
  expect(fixed.cookieHeader()).not.toContain(whole)
  expect((await fixed.get('/tickets')).status).toBe(200)
})

test('somebody who loses their role loses the desk at the next request', async () => {
  const agent = await new Actor(portal.url).signIn(STAFF.agent.email)
  const { number } = await openTicket(customer)
  expect((await agent.get('/admin/tickets')).status).toBe(200)
  const admin = operator(portal.supabase)
  await admin.rpc('set_role', { email: STAFF.agent.email, role: 'customer' })
  expect((await agent.get('/admin/tickets')).status).toBe(404)
  expect((await agent.get('/admin/tickets.data')).status).toBe(404)
  const note = await agent.post(`/admin/tickets/${number}`, { intent: 'note', note: 'Still here' })
  expect(note.status).toBe(404)
  await admin.rpc('set_role', { email: STAFF.agent.email, role: 'agent' })
})

test('somebody who is banned, or whose account is gone, is out at the next request', async () => {
  const { auth } = operator(portal.supabase)
  for (const end of [
    (id: string) => auth.admin.updateUserById(id, { ban_duration: '24h' }),
    (id: string) => auth.admin.deleteUser(id),
  ]) {
    const email = `leaving-${Math.random().toString(36).slice(2)}@example.com`
    const id = await createPerson(portal.supabase, { email, name: 'Leaving' })
    const leaving = await new Actor(portal.url).signIn(email)
    expect((await leaving.get('/tickets')).status).toBe(200)
    expect((await end(id)).error).toBeNull()
    expect((await leaving.get('/tickets')).status).toBe(302)
    await expect(new Actor(portal.url).signIn(email)).rejects.toThrow('cannot sign in: 422')
  }
})
