import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Actor, CUSTOMER, gatherCast, restClient, type Cast } from '../support/actors'
import { withoutNonce } from '../support/page-facts'
import { createPerson, PASSWORD, STAFF } from '../support/people'
import { startTestPortal, type TestPortal } from '../support/portal'

let portal: TestPortal
let cast: Cast
let ids: Record<string, string>

beforeAll(async () => {
  portal = await startTestPortal()
  cast = await gatherCast(portal)
  const people = await portal.supabase.query<{ id: string; email: string }>(
    'select id, email from auth.users',
  )
  ids = Object.fromEntries(people.map(({ id, email }) => [email, id]))
  for (const actor of Object.values(cast)) await actor.get('/account')
})

afterAll(() => portal.stop())

const address = (path: string) =>
  path.replace('CUSTOMER', ids[CUSTOMER.email]!).replace('AGENT', ids[STAFF.agent.email]!)

const forStaff = ['/admin/customers', '/admin/customers/CUSTOMER', '/admin/macros']
const forAdmins = [
  '/admin/audit',
  '/admin/categories',
  '/admin/categories/new',
  '/admin/categories/other',
  '/admin/customers/CUSTOMER/name',
  '/admin/customers/CUSTOMER/suspend',
  '/admin/macros/new',
  '/admin/team',
  '/admin/team/AGENT',
  '/admin/team/AGENT/deactivate',
  '/admin/team/invite',
]
const cases = [
  ...[...forStaff, ...forAdmins, '/admin/macros/replies/new'].map(
    (path) => ['customer', path] as const,
  ),
  ...forAdmins.map((path) => ['agent', path] as const),
]

async function bytes(response: Response) {
  return { status: response.status, html: withoutNonce(await response.text(), response) }
}

/** Everything that the forms of the desk could change. */
const everything = async () => [
  await portal.supabase.query('select * from public.categories order by slug'),
  await portal.supabase.query('select * from public.invitations order by id'),
  await portal.supabase.query('select id, role, name from public.profiles order by id'),
  await portal.supabase.query('select * from public.macros order by id'),
  await portal.supabase.query('select * from public.saved_replies order by id'),
  await portal.supabase.query('select id, banned_until from auth.users order by id'),
]

test.each(cases)('%s gets the 404 of an unknown address for %s', async (name, path) => {
  const unknown = await bytes(await cast[name].get('/admin/there-is-no-such-page'))
  expect(unknown.status).toBe(404)
  expect(await bytes(await cast[name].get(address(path)))).toEqual(unknown)
})

test.each(cases)('%s changes nothing by sending a form to %s', async (name, path) => {
  const before = await everything()
  const answer = await cast[name].post(address(path), {
    id: randomUUID(),
    slug: 'other',
    intent: 'up',
    email: 'mallory@example.com',
    role: 'admin',
    name: 'Mallory',
    title: 'Mallory',
    text: 'Mallory',
    active: 'yes',
    current: PASSWORD,
  })
  expect(answer.status).toBe(404)
  expect(await everything()).toEqual(before)
})

test.each([...forStaff, ...forAdmins])('nobody known is led to sign in from %s', async (path) => {
  const shown = await cast.anonymous.get(address(path))
  expect([shown.status, shown.headers.get('Location')]).toEqual([
    302,
    `/login?next=${encodeURIComponent(address(path))}`,
  ])
  const sent = await cast.anonymous.post(address(path), { role: 'admin' })
  expect(sent.status).toBe(303)
})

test('agents never get the address or country of a customer, admins do', async () => {
  await portal.supabase.query(
    `select public.record_security_event(
      'sign_in', person_id => $1, address => '198.51.100.77', country => 'NZ'
    )`,
    [ids[CUSTOMER.email]],
  )
  const path = `/admin/customers/${ids[CUSTOMER.email]}`
  for (const twin of [path, `${path}.data`]) {
    const forAgent = await (await cast.agent.get(twin)).text()
    expect(forAgent).not.toMatch(/198\.51\.100\.77|New Zealand/)
    expect(await (await cast.admin.get(twin)).text()).toMatch(/New Zealand, 198\.51\.100\.77/)
  }
})

const invite = (email: string, fields = {}) =>
  cast.admin.post('/admin/team/invite', { id: randomUUID(), email, role: 'agent', ...fields })

async function keyOf(email: string): Promise<string> {
  const [row] = await portal.supabase.query<{ id: string }>(
    `select id from public.notifications where kind = 'invitation' and to_address = $1
      order by created_at desc limit 1`,
    [email],
  )
  return row!.id
}

test('nobody is invited, promoted or suspended without the password of whoever does it', async () => {
  const before = await everything()
  const agent = `/admin/team/${ids[STAFF.agent.email]}`
  const customer = `/admin/customers/${ids[CUSTOMER.email]}`
  for (const current of ['', 'not the password']) {
    for (const answer of [
      await invite('noor@example.com', { current }),
      await cast.admin.post(agent, { role: 'admin', current }),
      await cast.admin.post(`${agent}/deactivate`, { current }),
      await cast.admin.post(`${customer}/suspend`, { intent: 'suspend', current }),
    ]) {
      expect(answer.status).toBe(422)
    }
  }
  expect(await everything()).toEqual(before)
})

test('an address with and without an account is invited in the same words', async () => {
  await createPerson(portal.supabase, { email: 'known@example.com', name: 'Known' })
  const answers = []
  for (const email of ['known@example.com', 'nobody@example.com']) {
    const page = await cast.admin.follow(await invite(email, { current: PASSWORD }))
    answers.push((await page.text()).match(/role="status".*?<\/p>/s)?.[0].replace(email, 'EMAIL'))
  }
  expect(answers[0]).toContain('The invitation to EMAIL is on its way.')
  expect(answers[0]).toBe(answers[1])
})

test('looking at the link of an invitation uses nothing up; joining does', async () => {
  const link = `/invitation?key=${await keyOf('known@example.com')}`
  const reader = new Actor(portal.url)
  for (let times = 0; times < 2; times += 1) expect((await reader.get(link)).status).toBe(200)
  const joined = await reader.post(link)
  expect([joined.status, joined.headers.get('Location')]).toEqual([
    303,
    '/login?next=%2Fadmin%2Ftickets',
  ])
  expect((await reader.post(link)).status).toBe(400)
  const known = await new Actor(portal.url).signIn('known@example.com')
  expect((await known.get('/admin/tickets')).status).toBe(200)
})

test('whoever is new sets a name and a password, and is in; a weak password keeps the name', async () => {
  const link = `/invitation?key=${await keyOf('nobody@example.com')}`
  const reader = new Actor(portal.url)
  const weak = await reader.post(link, { name: 'Noor Haddad', password: 'password1234' })
  expect(weak.status).toBe(422)
  expect(await weak.text()).toContain('value="Noor Haddad"')
  const joined = await reader.post(link, { name: 'Noor Haddad', password: PASSWORD })
  expect(joined.headers.get('Location')).toBe('/admin/tickets')
  const desk = await reader.get('/admin/tickets')
  expect([desk.status, (await desk.text()).includes('Noor Haddad')]).toEqual([200, true])
})

test('an account that a stranger made with the invited address, and never confirmed, lets them in no more', async () => {
  const email = 'squatted@example.com'
  const id = await createPerson(portal.supabase, { email, name: 'Mallory' })
  await portal.supabase.query('update auth.users set email_confirmed_at = null where id = $1', [id])
  await invite(email)
  const link = `/invitation?key=${await keyOf(email)}`
  const reader = new Actor(portal.url)
  const password = `${PASSWORD}-of-the-owner`
  const joined = await reader.post(link, { name: 'Olga Owner', password })
  expect(joined.headers.get('Location')).toBe('/admin/tickets')
  const mallory = await new Actor(portal.url).post('/login', { email, password: PASSWORD })
  expect(mallory.status).toBe(422)
  const [row] = await portal.supabase.query(
    'select name, role from public.profiles where id = $1',
    [id],
  )
  expect(row).toEqual({ name: 'Olga Owner', role: 'agent' })
})

test('a link that expired, was taken back or never was answers alike', async () => {
  const pages = []
  for (const [email, end] of [
    ['expired@example.com', 'expires_at = now()'],
    ['revoked@example.com', 'revoked_at = now()'],
  ]) {
    await invite(email!)
    await portal.supabase.query(`update public.invitations set ${end} where email = $1`, [email])
    const key = await keyOf(email!)
    pages.push(await bytes(await cast.anonymous.get(`/invitation?key=${key}`)))
    const sent = await new Actor(portal.url).post(`/invitation?key=${key}`, {
      name: 'Mallory',
      password: PASSWORD,
    })
    expect(sent.status).toBe(400)
  }
  pages.push(await bytes(await cast.anonymous.get(`/invitation?key=${randomUUID()}`)))
  pages.push(await bytes(await cast.anonymous.get('/invitation?key=%27--')))
  expect(new Set(pages.map(({ html }) => html)).size).toBe(1)
  expect(pages[0]!.status).toBe(400)
})

test('somebody who is deactivated is out of the portal and of the interface at once', async () => {
  const email = 'leaver@example.com'
  const id = await createPerson(portal.supabase, { email, name: 'Lee Leaver', role: 'agent' })
  const leaver = await new Actor(portal.url).signIn(email)
  const rest = await restClient(portal, email)
  expect((await rest.from('profiles').select('id')).data!.length).toBeGreaterThan(1)
  await cast.admin.post(`/admin/team/${id}/deactivate`)
  const answer = await leaver.get('/admin/tickets')
  expect([answer.status, answer.headers.get('Location')]).toEqual([
    302,
    '/login?next=%2Fadmin%2Ftickets',
  ])
  expect((await rest.rpc('list_customers')).error?.code).toBe('PT403')
  expect((await rest.from('profiles').select('id')).data).toEqual([{ id }])
  expect((await rest.auth.signInWithPassword({ email, password: PASSWORD })).error).toBeTruthy()
})

test('two who save a saved reply at once lose nothing: the second sees both texts', async () => {
  const id = randomUUID()
  const path = `/admin/macros/replies/${id}`
  const reply = { id, title: 'Hello', active: 'yes', intent: 'save' }
  await cast.agent.post('/admin/macros/replies/new', { ...reply, text: 'First words' })
  await cast.admin.post(path, { ...reply, text: 'Words of the admin', version: '1' })
  const late = await cast.agent.post(path, { ...reply, text: 'Words of the agent', version: '1' })
  const html = await late.text()
  expect(late.status).toBe(409)
  expect(html).toContain('Words of the admin')
  expect(html).toContain('Words of the agent</textarea>')
  expect(html).toContain('name="version" value="2"')
  expect(html).toMatch(/<title>Error: /)
  const again = await cast.agent.post(path, { ...reply, text: 'Words of both', version: '2' })
  expect(again.status).toBe(303)
})

test('a variable that nothing is filled in for is refused with a sentence, and the text is kept', async () => {
  const text = 'Hello {{requester.age}}'
  const answer = await cast.agent.post('/admin/macros/replies/new', {
    id: randomUUID(),
    title: 'Age',
    text,
    active: 'yes',
  })
  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(html).toContain('Nothing can be filled in for {{requester.age}}')
  expect(html).toContain(`${text}</textarea>`)
})
