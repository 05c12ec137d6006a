import { afterAll, beforeAll, expect, test } from 'vitest'
import { Actor } from '../support/actors'
import { createPerson, PASSWORD } from '../support/people'
import { startTestPortal, type TestPortal } from '../support/portal'
import { signUp } from '../support/sign-up'

let portal: TestPortal
let names = 0

beforeAll(async () => {
  // One proxy in front, so that each request can come from an address of its own.
  portal = await startTestPortal({ TRUST_PROXY: '1' })
})

afterAll(() => portal.stop())

const from = (address: string) => ({ 'X-Forwarded-For': address })

async function somebody(): Promise<string> {
  const email = `person-${(names += 1)}@example.com`
  await createPerson(portal.supabase, { email, name: `Person ${names}` })
  return email
}

async function tryToSignIn(email: string, password: string, address: string) {
  return new Actor(portal.url).post('/login', { email, password }, from(address))
}

async function wrongPasswords(email: string, times: number, address: string): Promise<number[]> {
  const statuses: number[] = []
  for (let i = 0; i < times; i += 1) {
    const answer = await tryToSignIn(email, `wrong password ${i}`, address)
    await answer.body?.cancel()
    statuses.push(answer.status)
  }
  return statuses
}

test('the sixth wrong password in a quarter of an hour is a page with what to do, and 429', async () => {
  const email = await somebody()
  expect(await wrongPasswords(email, 5, '192.0.2.1')).toEqual([422, 422, 422, 422, 422])
  const answer = await tryToSignIn(email, 'wrong again', '192.0.2.1')
  const page = await answer.text()
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
  expect(Number(answer.headers.get('Retry-After'))).toBeLessThanOrEqual(15 * 60)
  expect(page).toContain('<h1')
  expect(page).toContain('Too many attempts')
  expect(page).toContain('/password/forgot')
  expect(page).not.toContain('<script')
})

test('while it lasts, the right password reads the same as a wrong one', async () => {
  const email = await somebody()
  await wrongPasswords(email, 5, '192.0.2.2')
  const right = await tryToSignIn(email, PASSWORD, '192.0.2.2')
  const wrong = await tryToSignIn(email, 'wrong', '192.0.2.2')
  expect([right.status, wrong.status]).toEqual([429, 429])
  expect(await right.text()).toBe(await wrong.text())
  expect(right.headers.getSetCookie()).toEqual([])
})

test('forty wrong passwords of a stranger do not keep the owner out, who is elsewhere', async () => {
  const email = await somebody()
  const statuses = await wrongPasswords(email, 40, '192.0.2.3')
  expect(statuses.filter((status) => status === 422)).toHaveLength(5)
  expect(statuses.filter((status) => status === 429)).toHaveLength(35)
  expect((await tryToSignIn(email, PASSWORD, '198.51.100.3')).status).toBe(303)
})

test('many strangers do not keep the owner out of a browser that was signed in before', async () => {
  const email = await somebody()
  const owner = new Actor(portal.url)
  await owner.post('/login', { email, password: PASSWORD }, from('198.51.100.4'))
  await owner.post('/logout')
  const strangers = Array.from({ length: 12 }, (_, i) => `203.0.113.${i}`)
  await Promise.all(strangers.map((address) => wrongPasswords(email, 5, address)))
  expect((await tryToSignIn(email, PASSWORD, '203.0.113.200')).status).toBe(429)
  const elsewhere = from('198.51.100.5')
  expect((await owner.post('/login', { email, password: PASSWORD }, elsewhere)).status).toBe(303)
  const place = from('198.51.100.4')
  const fresh = new Actor(portal.url)
  expect((await fresh.post('/login', { email, password: PASSWORD }, place)).status).toBe(303)
})

test('what stands in X-Forwarded-For before our own proxy changes nothing', async () => {
  const email = await somebody()
  const statuses: number[] = []
  for (let i = 0; i < 7; i += 1) {
    const forged = `10.0.0.${i}, 198.51.100.${i}, 192.0.2.6`
    statuses.push((await tryToSignIn(email, 'wrong', forged)).status)
  }
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429])
})

test('the addresses of one /64 count as one', async () => {
  const email = await somebody()
  const statuses: number[] = []
  for (let i = 0; i < 7; i += 1) {
    statuses.push((await tryToSignIn(email, 'wrong', `2001:db8:1:2::${i + 1}`)).status)
  }
  expect(statuses.slice(5)).toEqual([429, 429])
  expect((await tryToSignIn(email, PASSWORD, '2001:db8:1:3::1')).status).toBe(303)
})

test('one password tried on fifty accounts from one address ends in 429', async () => {
  const spray = (index: number) =>
    tryToSignIn(`sprayed-${index}@example.com`, 'Spring-2026-now', '192.0.2.7')
  const statuses: number[] = []
  for (let batch = 0; batch < 50; batch += 10) {
    const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => spray(batch + i)))
    statuses.push(...answers.map(({ status }) => status))
  }
  expect(statuses.filter((status) => status === 422)).toHaveLength(30)
  expect(statuses.filter((status) => status === 429)).toHaveLength(20)
  const [threat] = await portal.supabase.query<{ detail: { rule: string } }>(
    `select detail from public.security_events where kind = 'threat' and host(address) = '192.0.2.7'`,
  )
  expect(threat?.detail.rule).toBe('many_accounts')
})

test('the owner is told once that the account was locked, and finds it in the log', async () => {
  const email = await somebody()
  await wrongPasswords(email, 12, '192.0.2.8')
  const kinds = await portal.supabase.query<{ kind: string; count: number }>(
    `select e.kind, count(*)::int as count from public.security_events e
     join auth.users u on u.id = e.person_id where u.email = $1 group by e.kind order by e.kind`,
    [email],
  )
  expect(kinds).toEqual([
    { kind: 'account_locked', count: 1 },
    { kind: 'sign_in_failed', count: 5 },
  ])
})

test.each([
  ['/password/forgot', 4],
  ['/login/magic-link', 4],
])('%s sends four mails to an address, then says when it works again', async (path, allowed) => {
  for (const email of [await somebody(), `nobody-${path.length}@example.com`]) {
    const statuses: number[] = []
    let last = new Response()
    for (let i = 0; i <= allowed; i += 1) {
      last = await new Actor(portal.url).post(path, { email }, from('192.0.2.9'))
      statuses.push(last.status)
    }
    expect(statuses).toEqual([...Array<number>(allowed).fill(303), 429])
    expect(last.headers.get('Retry-After')).toMatch(/^\d+$/)
    expect(await last.text()).toContain('Too many attempts')
  }
})

test('one address makes twenty accounts an hour', async () => {
  const statuses: number[] = []
  const { shown } = await shownForm()
  for (let i = 0; i < 22; i += 1) {
    const fields = { ...shown, name: 'A', email: `many-${i}@example.com`, password: PASSWORD }
    const answer = await new Actor(portal.url).post('/signup', fields, from('192.0.2.10'))
    statuses.push(answer.status)
  }
  expect(statuses.slice(0, 20)).toEqual(Array(20).fill(303))
  expect(statuses.slice(20)).toEqual([429, 429])
})

async function shownForm() {
  const page = await (await new Actor(portal.url).get('/signup')).text()
  const shownAt = /name="shown_at" value="([^"]+)"/.exec(page)![1]!
  await new Promise((resolve) => setTimeout(resolve, 1_100))
  return { shown: { shown_at: shownAt, website: '' } }
}

const WANTS = { name: 'Bo', email: 'bo@example.com', password: PASSWORD }

test.each<[string, { shown_at?: string; website?: string }]>([
  ['was never opened', {}],
  ['was sent at once', { shown_at: 'now' }],
  ['carries a time of its own making', { shown_at: 'mfz1.c2lnbi11cA.AAAA' }],
  ['has its hidden field filled in', { shown_at: 'wait', website: 'https://spam.example' }],
])('a sign-up form that %s makes no account and keeps what was typed', async (_case, trap) => {
  const actor = new Actor(portal.url)
  let fields: Record<string, string> = { ...WANTS, ...trap }
  if (trap.shown_at === 'now') {
    const page = await (await actor.get('/signup')).text()
    fields = { ...fields, shown_at: /name="shown_at" value="([^"]+)"/.exec(page)![1]! }
  }
  if (trap.shown_at === 'wait') fields = { ...(await shownForm()).shown, ...WANTS, website: 'x' }
  const answer = await actor.post('/signup', fields, from('192.0.2.11'))
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('value="bo@example.com"')
  expect(page).not.toContain(PASSWORD)
  expect(
    await portal.supabase.query(`select 1 from auth.users where email = $1`, [WANTS.email]),
  ).toEqual([])
})

test('a person who fills the form in signs up', async () => {
  const fields = { name: 'Bo', email: 'bo.person@example.com', password: PASSWORD }
  const answer = await signUp(new Actor(portal.url), fields, from('192.0.2.12'))
  expect(answer.headers.get('Location')).toBe('/signup/sent')
})
