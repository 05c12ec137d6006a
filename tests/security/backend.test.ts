import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { Actor, CUSTOMER, gatherCast, type Cast } from '../support/actors'
import { startFaultyProxy, type Fault, type FaultyProxy } from '../support/faulty-proxy'
import { PASSWORD } from '../support/people'
import { startTestPortal, type TestPortal } from '../support/portal'
import { carry, expire, tokensOf } from '../support/session-cookie'
import {
  fileLinks,
  openTicket,
  picture,
  sendTicket,
  ticketNumberIn,
  TYPED,
  writeTicket,
} from '../support/ticket-forms'

const FAULTS: Fault[] = [
  'refuse',
  'html',
  'error',
  'bad-gateway',
  'busy',
  'half-json',
  'broken-off',
  'hang',
]
/** Longer than this nobody should wait to be told (ms). */
const PATIENCE_MS = 10_000

let proxy: FaultyProxy
let portal: TestPortal
let cast: Cast
let ticket: { number: number }
let file: string

beforeAll(async () => {
  proxy = await startFaultyProxy()
  portal = await startTestPortal({ SUPABASE_URL: proxy.url })
  proxy.sendTo(portal.supabase.url)
  cast = await gatherCast(portal)
  ticket = await openTicket(cast.customer, { files: picture('shot.png', 200_000) })
  file = fileLinks(await (await cast.customer.get(`/tickets/${ticket.number}`)).text())[0]!
})

afterEach(() => proxy.heal())

afterAll(async () => {
  await portal.stop()
  await proxy.close()
})

async function timed(answer: Promise<Response>) {
  const started = performance.now()
  const response = await answer
  return { response, text: await response.text(), ms: performance.now() - started }
}

/** The page that says so, in words and with a time to try again, and nothing of what is behind it. */
async function expectSorry(answer: Promise<Response>) {
  const { response, text, ms } = await timed(answer)
  expect(response.status).toBe(503)
  expect(response.headers.get('Retry-After')).toBe('30')
  expect(response.headers.get('Content-Type')).toContain('text/html')
  expect(text).toContain('This page cannot be shown just now')
  expect(text).not.toMatch(/node_modules|at async|nginx|XX000|disk of the database|PGRST/)
  expect(ms).toBeLessThan(PATIENCE_MS)
}

test.each(FAULTS)(
  'when Supabase answers with %s, reading goes on and the rest says so',
  async (fault) => {
    proxy.fail('/', fault)
    for (const path of ['/', '/kb', '/faq', '/search?q=files', '/login', '/signup', '/health']) {
      expect((await cast.customer.get(path)).status).toBe(200)
    }
    await Promise.all([
      expectSorry(cast.customer.get('/tickets')),
      expectSorry(cast.customer.get(`/tickets/${ticket.number}`)),
      expectSorry(cast.admin.get('/admin/tickets')),
      expectSorry(cast.customer.get(file)),
    ])
    proxy.heal()
    expect((await cast.customer.get('/tickets')).status).toBe(200)
    expect((await cast.admin.get('/admin/tickets')).status).toBe(200)
  },
)

test.each(FAULTS)(
  'when Supabase answers with %s, the portal lives but is not ready',
  async (fault) => {
    expect((await cast.anonymous.get('/ready')).status).toBe(200)
    proxy.fail('/', fault)
    expect((await cast.anonymous.get('/health')).status).toBe(200)
    const { response, ms } = await timed(cast.anonymous.get('/ready'))
    expect(response.status).toBe(503)
    expect(ms).toBeLessThan(3_000)
  },
)

test.each(FAULTS)(
  'when the REST API answers with %s while Auth is well, nobody is let in',
  async (fault) => {
    proxy.fail('/rest', fault)
    const desk = ['/admin/tickets', `/admin/tickets/${ticket.number}`]
    await Promise.all([
      ...desk.map((path) => expectSorry(cast.admin.get(path))),
      ...desk.map((path) => expectSorry(cast.customer.get(path))),
    ])
    for (const path of desk) expect((await cast.anonymous.get(path)).status).toBe(302)
  },
)

test.each([...FAULTS, 'too-many' as const])(
  'a session that runs out while Auth answers with %s is good again after it',
  async (fault) => {
    const actor = await new Actor(portal.url).signIn(CUSTOMER.email)
    expire(actor)
    const before = tokensOf(actor)
    proxy.fail('/auth', fault)
    await expectSorry(actor.get('/tickets'))
    expect(tokensOf(actor)).toEqual(before)
    expect(proxy.count('/auth/v1/token?grant_type=refresh_token')).toBe(1)
    proxy.heal()
    expect((await actor.get('/tickets')).status).toBe(200)
    expect(tokensOf(actor).refresh_token).not.toBe(before.refresh_token)
  },
)

test.each(FAULTS)(
  'signing in while Auth answers with %s is not refused, but put off',
  async (fault) => {
    proxy.fail('/auth', fault)
    const actor = new Actor(portal.url)
    const email = `waits-for-${fault}@example.com` // tries are counted by account
    await expectSorry(actor.post('/login', { email, password: PASSWORD }))
    expect(actor.cookieNames()).toEqual([])
  },
)

test('a wrong password and a forged session are refused as ever when only REST is down', async () => {
  proxy.fail('/rest', 'refuse')
  const actor = new Actor(portal.url)
  const wrong = await actor.post('/login', { email: CUSTOMER.email, password: 'not-this-one-42' })
  expect([422, 503]).toContain(wrong.status)
  carry(actor, { access_token: 'a.b.c', refresh_token: 'x', expires_at: 9_999_999_999 })
  await expectSorry(actor.get('/admin/tickets'))
})

test.each(['hang', 'busy', 'refuse'] as const)(
  'one slow or failing list (%s) is not asked for again and again',
  async (fault) => {
    proxy.fail('/rest/v1/categories', fault)
    await expectSorry(cast.customer.get('/tickets/new'))
    expect(proxy.count('/rest/v1/categories')).toBe(fault === 'refuse' ? 2 : 1)
  },
)

test.each(['refuse', 'hang', 'error'] as const)(
  'a form sent while Supabase answers with %s can be sent again, and is one ticket',
  async (fault) => {
    const id = randomUUID()
    proxy.fail('/rest', fault)
    await expectSorry(writeTicket(cast.customer, id))
    proxy.heal()
    expect((await writeTicket(cast.customer, id)).status).toBe(303)
    proxy.fail('/rest/v1/rpc/send_ticket', fault)
    await expectSorry(sendTicket(cast.customer, id))
    proxy.heal()
    const number = ticketNumberIn(await sendTicket(cast.customer, id))
    expect(ticketNumberIn(await sendTicket(cast.customer, id))).toBe(number)
  },
)

test.each(['refuse', 'error', 'half-json', 'broken-off'] as const)(
  'when Storage answers with %s, the text is kept and the file is named',
  async (fault) => {
    const id = randomUUID()
    proxy.fail('/storage', fault)
    const answer = await writeTicket(cast.customer, id, { files: picture('shot.png') })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('“shot.png” could not be kept just now')
    expect(page).toContain(TYPED.description)
    proxy.heal()
    const again = await writeTicket(cast.customer, id, { files: picture('shot.png') })
    expect(again.status).toBe(303)
    const number = ticketNumberIn(await sendTicket(cast.customer, id))
    const sent = await (await cast.customer.get(`/tickets/${number}`)).text()
    expect((await cast.customer.get(fileLinks(sent)[0]!)).status).toBe(200)
  },
)

test('a file that takes longer than a page may is still downloaded whole', async () => {
  proxy.fail('/storage/v1/object', 'slow')
  const answer = await cast.customer.get(file)
  expect(answer.status).toBe(200)
  expect((await answer.arrayBuffer()).byteLength).toBe(200_000)
})

test('the log names the failures, and holds no token and no password', () => {
  const log = portal.log().join('\n')
  expect(log).toContain('backend unavailable')
  expect(log).not.toContain(PASSWORD)
  expect(log).not.toContain(tokensOf(cast.customer).access_token)
  expect(log).not.toContain(tokensOf(cast.customer).refresh_token)
})

test.each(['refuse', 'error', 'hang'] as const)(
  'whoever signs out while Supabase answers with %s is signed out in that browser, and told the rest',
  async (fault) => {
    const actor = await new Actor(portal.url).signIn(CUSTOMER.email)
    const tokens = tokensOf(actor)
    proxy.fail('/', fault)
    const { response, ms } = await timed(actor.post('/logout'))
    expect(response.status).toBe(303)
    expect(ms).toBeLessThan(PATIENCE_MS)
    const next = await (await actor.get('/login')).text()
    expect(next).toContain('You are signed out in this browser. The session itself could not')
    proxy.heal()
    expect((await actor.get('/tickets')).status).toBe(302)
    // What was said is true: nobody has ended it.
    const copy = carry(new Actor(portal.url), tokens)
    expect((await copy.get('/account/security')).status).toBe(200)
  },
)
