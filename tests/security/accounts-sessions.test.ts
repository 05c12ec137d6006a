import { afterAll, beforeAll, expect, test } from 'vitest'
import { Actor } from '../support/actors'
import { latestMail, linkIn } from '../support/mailbox'
import { createPerson, operator, PASSWORD } from '../support/people'
import { startTestPortal, type TestPortal } from '../support/portal'
import { signUp } from '../support/sign-up'

const NEW_PASSWORD = 'copper-window-seven-rivers'

let portal: TestPortal
let names = 0

beforeAll(async () => {
  portal = await startTestPortal()
})

afterAll(() => portal.stop())

async function somebody(): Promise<{ email: string; id: string }> {
  const email = `somebody-${(names += 1)}@example.com`
  const id = await createPerson(portal.supabase, { email, name: `Some Body ${names}` })
  return { email, id }
}

const signedIn = (email: string) => new Actor(portal.url).signIn(email)

async function askForReset(email: string): Promise<Record<string, string>> {
  await new Actor(portal.url).post('/password/forgot', { email })
  return partsOf(linkIn(await latestMail(portal.supabase.mailboxUrl, email), '/auth/confirm'))
}

function partsOf(link: string): { token_hash: string; type: string } {
  const { searchParams } = new URL(link)
  return { token_hash: searchParams.get('token_hash')!, type: searchParams.get('type')! }
}

async function isIn(actor: Actor): Promise<boolean> {
  return (await actor.get('/account')).status === 200
}

test('a reset ends all other sessions, the old password and every other link', async () => {
  const { email } = await somebody()
  const elsewhere = await signedIn(email)
  const older = await askForReset(email)
  const actor = new Actor(portal.url)
  const link = await askForReset(email)
  expect((await actor.post('/auth/confirm', link)).headers.get('Location')).toBe('/password/reset')
  const answer = await actor.post('/password/reset', { password: NEW_PASSWORD })
  expect(answer.headers.get('Location')).toBe('/tickets')
  expect(await isIn(actor)).toBe(true)
  expect(await isIn(elsewhere)).toBe(false)
  expect((await new Actor(portal.url).post('/login', { email, password: PASSWORD })).status).toBe(
    422,
  )
  for (const used of [older, link]) {
    expect((await new Actor(portal.url).post('/auth/confirm', used)).status).toBe(400)
  }
  await latestMail(portal.supabase.mailboxUrl, email, /password was changed/)
})

test('a link asked for before the password was changed is of no use after', async () => {
  const { email } = await somebody()
  const link = await askForReset(email)
  const owner = await signedIn(email)
  const changed = await owner.post('/account/password', {
    current: PASSWORD,
    password: NEW_PASSWORD,
  })
  expect(changed.status).toBe(303)
  expect((await new Actor(portal.url).post('/auth/confirm', link)).status).toBe(400)
})

test('a link is good for an hour', async () => {
  const { email } = await somebody()
  const link = await askForReset(email)
  await portal.supabase.query(
    `update auth.users set recovery_sent_at = now() - interval '61 minutes' where email = $1`,
    [email],
  )
  expect((await new Actor(portal.url).post('/auth/confirm', link)).status).toBe(400)
})

test('looking at a link uses nothing up, however often', async () => {
  const { email } = await somebody()
  const link = await askForReset(email)
  const address = `/auth/confirm?${new URLSearchParams(link).toString()}`
  const scanner = new Actor(portal.url)
  for (const method of ['GET', 'HEAD', 'GET']) {
    expect((await scanner.request(address, { method })).status).toBe(200)
  }
  expect((await new Actor(portal.url).post('/auth/confirm', link)).status).toBe(303)
})

test.each(['signup', 'email_change', 'invite', 'sms', '__proto__', ''])(
  'a link for a new password does not pass as %j',
  async (type) => {
    const { email } = await somebody()
    const link = await askForReset(email)
    expect((await new Actor(portal.url).post('/auth/confirm', { ...link, type })).status).toBe(400)
  },
)

test('nobody chooses a password at /password/reset without coming through a link', async () => {
  const { email } = await somebody()
  const owner = await signedIn(email)
  const answer = await owner.post('/password/reset', { password: NEW_PASSWORD })
  expect(answer.headers.get('Location')).toBe('/password/forgot')
  expect((await new Actor(portal.url).post('/login', { email, password: PASSWORD })).status).toBe(
    303,
  )
})

test('proof of one session does not count in another', async () => {
  const { email } = await somebody()
  const owner = await signedIn(email)
  await owner.post('/account/export', { current: PASSWORD })
  const thief = await signedIn(email)
  thief.setCookie('portico-proof', owner.cookie('portico-proof')!)
  expect((await thief.get('/account/export.zip')).headers.get('Location')).toBe('/account/export')
  expect((await owner.get('/account/export.zip')).headers.get('Content-Type')).toBe(
    'application/zip',
  )
})

test.each([
  ['/account/password', { password: NEW_PASSWORD }],
  ['/account/email', { email: 'thief@example.com' }],
  ['/account/phone', { phone: '+4915100000000' }],
  ['/account/export', {}],
  ['/account/delete', { intent: 'delete' }],
])('%s asks for the password again, and takes no wrong one', async (path, fields) => {
  const { email } = await somebody()
  const owner = await signedIn(email)
  for (const current of ['', 'not the password']) {
    const answer = await owner.post(path, { ...fields, current })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toMatch(/Enter your current password|not your current password/)
  }
  expect(await isIn(owner)).toBe(true)
})

test('wrong passwords before a change count like those of the sign-in page', async () => {
  const { email } = await somebody()
  const owner = await signedIn(email)
  const statuses: number[] = []
  for (let i = 0; i < 6; i += 1) {
    const wrong = { current: `wrong ${i}`, password: NEW_PASSWORD }
    statuses.push((await owner.post('/account/password', wrong)).status)
  }
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429])
})

test('signing in again ends the session that the browser had', async () => {
  const { email } = await somebody()
  const actor = await signedIn(email)
  const before = actor.cookieHeader()
  await actor.signIn(email)
  expect(actor.cookieHeader()).not.toBe(before)
  const old = new Actor(portal.url)
  expect((await old.get('/account', { Cookie: before })).status).toBe(302)
  expect(await isIn(actor)).toBe(true)
})

test('a device that is signed out is out at its next request, and its tokens with it', async () => {
  const { email } = await somebody()
  const [here, there] = [await signedIn(email), await signedIn(email)]
  const page = await (await here.get('/account/security')).text()
  const session_id = /name="session_id" value="([^"]+)"/.exec(page)![1]!
  expect((await here.post('/account/security', { intent: 'one', session_id })).status).toBe(303)
  expect(await isIn(there)).toBe(false)
  expect(await isIn(here)).toBe(true)
})

test('nobody signs out a device of somebody else', async () => {
  const [victim, stranger] = [await somebody(), await somebody()]
  const theirs = await signedIn(victim.email)
  const [row] = await portal.supabase.query<{ id: string }>(
    'select id from auth.sessions where user_id = $1',
    [victim.id],
  )
  const actor = await signedIn(stranger.email)
  const answer = await actor.post('/account/security', { intent: 'one', session_id: row!.id })
  expect(answer.status).toBe(404)
  expect(await isIn(theirs)).toBe(true)
})

test.each(['__proto__', 'constructor', 'toString', 'delete'])(
  'the button %s is not known on the page of devices',
  async (intent) => {
    const actor = await signedIn((await somebody()).email)
    expect((await actor.post('/account/security', { intent })).status).toBe(400)
  },
)

test('a banned person is out at the next request, and stays out', async () => {
  const { email, id } = await somebody()
  const actor = await signedIn(email)
  await operator(portal.supabase).auth.admin.updateUserById(id, { ban_duration: '24h' })
  expect(await isIn(actor)).toBe(false)
  expect((await new Actor(portal.url).post('/login', { email, password: PASSWORD })).status).toBe(
    422,
  )
})

test.each([
  [
    'idle',
    `update public.devices set last_seen_at = now() - interval '8 days'`,
    `update auth.sessions set updated_at = now() - interval '8 days', created_at = now() - interval '9 days'`,
  ],
  ['absolute', `update auth.sessions set created_at = now() - interval '31 days'`, 'select 1'],
])('a session ends at its %s limit', async (_name, first, second) => {
  const { email, id } = await somebody()
  const actor = await signedIn(email)
  const only = (sql: string) =>
    sql.includes('devices') ? `${sql} where person_id = '${id}'` : `${sql} where user_id = '${id}'`
  await portal.supabase.query(only(first))
  if (second !== 'select 1') await portal.supabase.query(only(second))
  expect(await isIn(actor)).toBe(false)
})

test('extra fields change nothing but what the form is for', async () => {
  const { email, id } = await somebody()
  const actor = await signedIn(email)
  await actor.post('/account/details', { name: 'Eve', role: 'admin', email: 'x@y.z', id: 'other' })
  const [row] = await portal.supabase.query(
    'select role, name from public.profiles where id = $1',
    [id],
  )
  expect(row).toEqual({ role: 'customer', name: 'Eve' })
})

test('an address that nobody has confirmed opens no session, and its owner takes it over', async () => {
  const email = 'owner@example.com'
  await signUp(new Actor(portal.url), { name: 'Thief', email, password: PASSWORD })
  const thief = await new Actor(portal.url).post('/login', { email, password: PASSWORD })
  expect(thief.status).toBe(422)
  await signUp(new Actor(portal.url), { name: 'Owner', email, password: NEW_PASSWORD })
  const mail = await latestMail(portal.supabase.mailboxUrl, email, /Confirm/)
  const owner = new Actor(portal.url)
  expect((await owner.post('/auth/confirm', partsOf(linkIn(mail, '/auth/confirm')))).status).toBe(
    303,
  )
  expect((await new Actor(portal.url).post('/login', { email, password: PASSWORD })).status).toBe(
    422,
  )
})

test.each([
  ['password1234', 422],
  ['12345678901', 422],
  ['porticoportico', 422],
  ['🦔'.repeat(19), 422],
  ['four quiet words 🦔 and a lantern by the harbour wall', 303],
])('the new password %s answers %i', async (password, status) => {
  const actor = await signedIn((await somebody()).email)
  const answer = await actor.post('/account/password', { current: PASSWORD, password })
  const page = await answer.text()
  expect(answer.status).toBe(status)
  expect(page).not.toContain(password)
  expect(page).not.toContain(PASSWORD)
})

test('a notice that nobody got signs nobody out, and reads like one that came', async () => {
  const actor = new Actor(portal.url)
  const path = '/account/not-me?notice=00000000-0000-4000-8000-000000000000'
  expect((await actor.get(path)).status).toBe(200)
  expect((await actor.post(path)).status).toBe(404)
  expect((await actor.get('/account/not-me?notice=x')).status).toBe(404)
})

test('whoever answers a notice that came by SMS is led to where a link by email can be asked for', async () => {
  const { email, id } = await somebody()
  const owner = await signedIn(email)
  const [notice] = await portal.supabase.query<{ id: string }>(
    `insert into public.notifications (person_id, channel, to_address, kind)
     values ($1, 'sms', '+4915100000078', 'new_device') returning id`,
    [id],
  )
  const actor = new Actor(portal.url)
  const answer = await actor.post(`/account/not-me?notice=${notice!.id}`)
  expect(answer.headers.get('Location')).toBe('/password/forgot')
  expect(await (await actor.get('/password/forgot')).text()).toContain('signed out everywhere')
  expect(await isIn(owner)).toBe(false)
})

test('the last admin cannot delete the account', async () => {
  await createPerson(portal.supabase, { email: 'last@example.com', name: 'Last', role: 'admin' })
  const admin = await signedIn('last@example.com')
  const answer = await admin.post('/account/delete', { intent: 'delete', current: PASSWORD })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('You are the only admin')
})

test('forged headers change neither who somebody is nor where links lead', async () => {
  const { email } = await somebody()
  const forged = { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-For': '1.2.3.4' }
  await new Actor(portal.url).post('/password/forgot', { email }, forged)
  const mail = await latestMail(portal.supabase.mailboxUrl, email)
  expect(mail.text).not.toContain('evil.example')
  expect(linkIn(mail, '/auth/confirm').startsWith(portal.url)).toBe(true)
  const [row] = await portal.supabase.query<{ host: string }>(
    `select host(address) from public.security_events where kind = 'password_reset_asked' order by id desc limit 1`,
  )
  expect(row?.host).toMatch(/^(127\.0\.0\.1|::1)$/)
})

test('without a proxy of ours, no X-Forwarded-For gets anybody past the limit', async () => {
  const { email } = await somebody()
  const statuses: number[] = []
  for (let i = 0; i < 7; i += 1) {
    const forged = { 'X-Forwarded-For': `198.51.100.${i}`, 'X-Real-IP': `198.51.100.${i}` }
    const answer = await new Actor(portal.url).post('/login', { email, password: 'wrong' }, forged)
    statuses.push(answer.status)
  }
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429])
})

test('limits of sessions are a setting, and count from the next request', async () => {
  const { email, id } = await somebody()
  const actor = await signedIn(email)
  const idleFor = (minutes: number) =>
    portal.supabase.query(
      `with aged as (
        update auth.sessions set created_at = now() - make_interval(mins => $2 + 1),
          updated_at = now() - make_interval(mins => $2) where user_id = $1
      )
      update public.devices set last_seen_at = now() - make_interval(mins => $2) where person_id = $1`,
      [id, minutes],
    )
  await portal.supabase.query(
    'update public.session_limits set idle_minutes = 30, absolute_minutes = 60',
  )
  try {
    await idleFor(29)
    expect(await isIn(actor)).toBe(true)
    await idleFor(31)
    expect(await isIn(actor)).toBe(false)
  } finally {
    await portal.supabase.query(
      'update public.session_limits set idle_minutes = default, absolute_minutes = default',
    )
  }
})
