import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, refusal, type Person, type TestDatabase } from './harness'
import { getTicket, openTicket, ticketPage } from './ticket-builder'

let db: TestDatabase
let maya: Person
let tomas: Person
let ines: Person
beforeAll(async () => {
  db = await openTestDatabase()
  maya = await db.addPerson('Maya Lindqvist')
  tomas = await db.addPerson('Tomas Berg')
  ines = await db.addPerson('Ines Okafor', 'agent')
})
afterAll(() => db?.close())

async function signUp(metadata: object, email: string | null = `${randomUUID()}@example.com`) {
  const id = randomUUID()
  await db.owner('insert into auth.users (id, email, raw_user_meta_data) values ($1, $2, $3)', [
    id,
    email,
    JSON.stringify(metadata),
  ])
  return profile(id)
}

async function profile(id: string) {
  const [row] = await db.owner('select * from public.profiles where id = $1', [id])
  return row
}

test('signing up makes a customer, whatever the metadata claims', async () => {
  const claims = { name: 'Eve', role: 'admin', is_admin: true, deleted_at: '2020-01-01' }
  expect(await signUp(claims)).toMatchObject({ name: 'Eve', role: 'customer', deleted_at: null })
})

test.each([
  ['a name that is too long', { name: 'x'.repeat(300) }, 'x'.repeat(100)],
  ['line breaks in the name', { name: 'Eve\r\nBcc: all' }, 'Eve Bcc: all'],
  ['a name of a wrong type', { name: { first: 'Eve' } }, '{"first": "Eve"}'],
])('signing up works with %s', async (_case, metadata, name) => {
  expect(await signUp(metadata)).toMatchObject({ name })
})

test.each([
  ['no name', {}],
  ['a name of blanks', { name: ' \u00a0\u200b ' }],
])('somebody who signs up with %s is called like their mailbox', async (_case, metadata) => {
  expect(await signUp(metadata, `eve.${randomUUID()}@example.com`)).toMatchObject({
    name: expect.stringMatching(/^eve\./),
  })
})

test('somebody who signs up by phone is called Customer', async () => {
  expect(await signUp({}, null)).toMatchObject({ name: 'Customer' })
})

test.each([
  ['Europe/Stockholm', 'Europe/Stockholm'],
  ['America/Port-au-Prince', 'America/Port-au-Prince'],
  ['UTC', 'UTC'],
  ['CEST', null],
  ['Europe/Atlantis', null],
  ['+05:30', null],
])('the time zone %s at sign-up is kept as %s', async (timeZone, kept) => {
  expect(await signUp({ name: 'Eve', time_zone: timeZone })).toMatchObject({ time_zone: kept })
})

test('people read their own profile and nobody else does, except staff', async () => {
  const ids = async (reader: Person) =>
    (await db.as<{ id: string }>(reader, 'select id from public.profiles')).map((row) => row.id)
  expect(await ids(maya)).toEqual([maya.id])
  expect(await ids(ines)).toEqual(expect.arrayContaining([maya.id, tomas.id]))
})

test('people change their own name and time zone, never their role', async () => {
  await db.rpc(maya, 'update_profile', { name: 'Maya L.', time_zone: 'Europe/Helsinki' })
  expect(await profile(maya.id)).toMatchObject({ name: 'Maya L.', role: 'customer' })
  const written = db.as(maya, `update public.profiles set role = 'admin' where id = $1`, [maya.id])
  expect(await refusal(written)).toMatchObject({ code: '42501' })
  const promoted = db.rpc(maya, 'set_role', { email: maya.email, role: 'admin' })
  expect(await refusal(promoted)).toMatchObject({ code: '42501' })
})

test('an unknown time zone is refused with a sentence for its field', async () => {
  const call = db.rpc(maya, 'update_profile', { name: 'Maya', time_zone: 'Mars/Olympus' })
  expect(await refusal(call)).toMatchObject({
    code: '22023',
    message: 'profiles_time_zone_known',
    detail: 'time_zone',
    hint: 'Choose a time zone from the list.',
  })
})

test('the viewer is the signed-in person with the session they came with', async () => {
  const [viewer] = await db.as(tomas, 'select * from public.viewer()')
  const { id, email, name, role, sessionId } = tomas
  expect(viewer).toEqual({
    id,
    email,
    phone: null,
    name,
    role,
    time_zone: null,
    session_id: sessionId,
    device_noted: false,
    shortcuts: true,
  })
})

test('staff turn their own shortcuts off and on; customers have none', async () => {
  const noor = await db.addPerson('Noor Haddad', 'agent')
  const wants = async (person: Person) => {
    const [row] = await db.as<{ shortcuts: boolean }>(person, 'select * from public.viewer()')
    return row?.shortcuts
  }
  await db.rpc(noor, 'choose_shortcuts', { wanted: false })
  expect(await wants(noor)).toBe(false)
  expect(await wants(tomas)).toBe(true)
  await db.rpc(noor, 'choose_shortcuts', { wanted: true })
  expect(await wants(noor)).toBe(true)
  const refused = await refusal(db.rpc(tomas, 'choose_shortcuts', { wanted: false }))
  expect(refused.code).toBe('PT403')
})

test('there is no viewer without the session row, with the session of another, or when banned', async () => {
  const eve = await db.addPerson('Eve')
  const viewer = (person: Person) => db.as(person, 'select id from public.viewer()')
  expect(await viewer({ ...eve, sessionId: maya.sessionId })).toEqual([])
  expect(await viewer({ ...eve, sessionId: randomUUID() })).toEqual([])
  await db.owner(`update auth.users set banned_until = now() + interval '1 day' where id = $1`, [
    eve.id,
  ])
  expect(await viewer(eve)).toEqual([])
  await db.owner('update auth.users set banned_until = null where id = $1', [eve.id])
  expect(await viewer(eve)).toEqual([{ id: eve.id }])
  await db.owner('delete from auth.sessions where id = $1', [eve.sessionId])
  expect(await viewer(eve)).toEqual([])
})

test('staff read the address of a requester, and the requester does not read it from a ticket', async () => {
  const { number } = await openTicket(db, tomas)
  expect((await getTicket(db, ines, number)).requester).toEqual({
    id: tomas.id,
    name: tomas.name,
    email: tomas.email,
  })
  expect((await getTicket(db, tomas, number)).requester).toEqual({ id: tomas.id, name: tomas.name })
})

test('a deleted account leaves its tickets with an author who has no name', async () => {
  const eve = await db.addPerson('Eve Nilsson')
  const { number } = await openTicket(db, eve)
  await db.rpc(eve, 'save_draft', {
    id: randomUUID(),
    subject: 'Secret',
    description: '',
    category: '',
    priority: '',
  })
  await db.owner('delete from auth.users where id = $1', [eve.id])

  const page = await ticketPage(db, ines, number)
  expect(page?.ticket.requester).toEqual({ id: eve.id, name: 'Deleted account' })
  expect(JSON.stringify(page)).not.toContain('Eve')
  expect(
    await db.owner('select 1 from public.ticket_drafts where owner_id = $1', [eve.id]),
  ).toEqual([])
  expect(await refusal(openTicket(db, eve))).toMatchObject({ code: 'PT403' })
})

test('the tickets of an agent who leaves the team go back to the queue', async () => {
  const agent = await db.addPerson('Noor Haddad', 'agent')
  const { number } = await openTicket(db, tomas)
  await db.rpc(agent, 'take_ticket', { ticket_number: number })
  await db.rpc('service', 'set_role', { email: agent.email, role: 'customer' })
  expect(await getTicket(db, ines, number)).toMatchObject({ assignee: null })
})

test('a role that does not exist and an address that nobody has are refused', async () => {
  const role = db.rpc('service', 'set_role', { email: tomas.email, role: 'owner' })
  expect(await refusal(role)).toMatchObject({
    code: '23514',
    message: expect.stringContaining('profiles_role_known'),
  })
  const address = db.rpc('service', 'set_role', { email: 'nobody@example.com', role: 'agent' })
  expect(await refusal(address)).toMatchObject({ code: 'PT404' })
})

test('the last admin stays an admin, and their account stays too', async () => {
  const per = await db.addPerson('Per Dahl', 'admin')
  const demoted = db.rpc('service', 'set_role', { email: per.email, role: 'customer' })
  expect(await refusal(demoted)).toMatchObject({
    code: 'PT409',
    message: 'The last admin stays an admin.',
    hint: 'Make somebody else an admin first.',
  })
  const deleted = db.owner('delete from auth.users where id = $1', [per.id])
  expect(await refusal(deleted)).toMatchObject({ code: 'PT409' })

  const second = await db.addPerson('Ada Novak', 'admin')
  await db.rpc('service', 'set_role', { email: per.email, role: 'agent' })
  const alone = db.rpc('service', 'set_role', { email: second.email, role: 'agent' })
  expect(await refusal(alone)).toMatchObject({ code: 'PT409' })
})

test('two admins who demote each other at once leave one admin', async () => {
  const admins = () => db.owner(`select id from public.profiles where role = 'admin'`)
  for (let round = 0; round < 10; round += 1) {
    const pair = [await db.addPerson('Ada Novak', 'admin'), await db.addPerson('Bo Lund', 'admin')]
    await db.owner(
      `update public.profiles set role = 'agent' where role = 'admin' and id not in ($1, $2)`,
      pair.map(({ id }) => id),
    )
    await Promise.allSettled(
      pair.map(({ email }) => db.rpc('service', 'set_role', { email, role: 'agent' })),
    )
    expect(await admins()).toHaveLength(1)
  }
})
