import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, refusal, type Person, type Row, type TestDatabase } from './harness'
import { openTicket } from './ticket-builder'

let db: TestDatabase
let maya: Person
let ines: Person
let per: Person
beforeAll(async () => {
  db = await openTestDatabase()
  maya = await db.addPerson('Maya Lindqvist')
  ines = await db.addPerson('Ines Okafor', 'agent')
  per = await db.addPerson('Per Dahl', 'admin')
})
afterAll(() => db?.close())

type List = { total: number; customers: Row[] }
const find = async (search: string, caller = ines) =>
  (await db.rpc<List>(caller, 'list_customers', { search })).customers.map(({ name }) => name)

type Page = { person: Row; tickets: Row[]; ticket_count: number; safety: Row; notices: Row[] }
const pageOf = (caller: Person, person: Person) =>
  db.rpc<Page | null>(caller, 'customer_page', { person_id: person.id })

test('staff find a customer by name, address, phone and ticket number', async () => {
  const eve = await db.addPerson('Eve Sørensen')
  const { number } = await openTicket(db, eve)
  await db.owner(`update auth.users set phone = '4915123456789' where id = $1`, [eve.id])
  for (const words of ['sørens', eve.email.slice(0, 12), '0151 23456789', '+49 151 23456789']) {
    expect(await find(words), words).toEqual([eve.name])
  }
  expect(await find(String(number))).toEqual([eve.name])
  expect(await find(`#${number}`)).toEqual([eve.name])
  expect(await find('%')).toEqual([])
})

test('the list of customers has no staff in it, and comes in pages', async () => {
  await db.addPerson('Page One')
  await db.addPerson('Page Two')
  const first = await db.rpc<List>(ines, 'list_customers', { search: 'Page', page_size: 1 })
  const second = await db.rpc<List>(ines, 'list_customers', {
    search: 'Page',
    page_size: 1,
    page: 2,
  })
  expect([first.total, first.customers[0]?.name]).toEqual([2, 'Page One'])
  expect([second.total, second.customers[0]?.name]).toEqual([2, 'Page Two'])
  expect(await find('Okafor')).toEqual([])
})

test('somebody who has left is found by a ticket number alone, without a name', async () => {
  const gone = await db.addPerson('Gone Soon')
  const { number } = await openTicket(db, gone)
  await db.rpc(gone, 'delete_account')
  expect(await find('Deleted')).toEqual([])
  expect(await find(String(number))).toEqual(['Deleted account'])
  const page = await pageOf(ines, gone)
  expect(page).toMatchObject({
    person: { name: 'Deleted account', email: null, phone: null, deleted_at: expect.any(String) },
    safety: { last_seen_at: null, devices: 0, failures: 0 },
  })
  expect(page?.tickets).toMatchObject([{ number }])
})

test('only admins see where a customer signed in from', async () => {
  const event = { person_id: maya.id, address: '192.0.2.7', country: 'SE' }
  await db.rpc('service', 'record_security_event', { ...event, kind: 'sign_in' })
  await db.rpc('service', 'record_security_event', { ...event, kind: 'sign_in_failed' })
  const forAgent = await pageOf(ines, maya)
  const forAdmin = await pageOf(per, maya)
  expect(forAgent?.safety).toMatchObject({ failures: 1, last_sign_in: null })
  expect(JSON.stringify(forAgent)).not.toContain('192.0.2.7')
  expect(forAdmin?.safety).toMatchObject({ last_sign_in: { address: '192.0.2.7', country: 'SE' } })
})

test('the page of a customer has their tickets and choices; nobody has none', async () => {
  const eve = await db.addPerson('Eve')
  const { number } = await openTicket(db, eve)
  await db.rpc(eve, 'choose_notifications', { topic: 'account', mail: false, sms: false })
  const page = await pageOf(ines, eve)
  expect(page).toMatchObject({ person: { name: 'Eve' }, ticket_count: 1, tickets: [{ number }] })
  expect(page?.notices).toContainEqual({ topic: 'account', mail: false, sms: false })
  expect(await db.rpc(ines, 'customer_page', { person_id: randomUUID() })).toBeNull()
})

test('a suspended account is out at once, and back when it is restored', async () => {
  const eve = await db.addPerson('Eve')
  expect(await db.as(eve, 'select id from public.viewer()')).toEqual([{ id: eve.id }])
  await db.rpc(per, 'suspend_account', { person_id: eve.id })
  await db.rpc(per, 'suspend_account', { person_id: eve.id })
  expect(await db.as(eve, 'select id from public.viewer()')).toEqual([])
  expect(await db.owner('select 1 from auth.sessions where user_id = $1', [eve.id])).toEqual([])
  expect((await pageOf(ines, eve))?.person).toMatchObject({ suspended: true })
  await db.rpc(per, 'restore_account', { person_id: eve.id })
  expect((await pageOf(ines, eve))?.person).toMatchObject({ suspended: false })
  const events = await db.owner(
    'select kind, actor_id from public.security_events where person_id = $1 order by id',
    [eve.id],
  )
  expect(events).toEqual([
    { kind: 'banned', actor_id: per.id },
    { kind: 'unbanned', actor_id: per.id },
  ])
})

test('people are told when their account is suspended, restored or renamed', async () => {
  const eve = await db.addPerson('Eve')
  await db.owner('update auth.users set email_confirmed_at = now() where id = $1', [eve.id])
  await db.rpc(per, 'suspend_account', { person_id: eve.id })
  await db.rpc(per, 'restore_account', { person_id: eve.id })
  await db.rpc(per, 'correct_name', { person_id: eve.id, name: '  Eve Adams ' })
  const told = await db.owner<{ kind: string }>(
    `select kind from public.notifications where person_id = $1 and kind <> 'welcome' order by created_at`,
    [eve.id],
  )
  expect(told.map(({ kind }) => kind)).toEqual(['banned', 'unbanned', 'name_changed'])
  expect((await pageOf(ines, eve))?.person).toMatchObject({ name: 'Eve Adams' })
})

test('members of the team are not suspended or renamed as customers are', async () => {
  for (const [name, args] of [
    ['suspend_account', {}],
    ['correct_name', { name: 'Somebody' }],
  ] as const) {
    const refused = await refusal(db.rpc(per, name, { person_id: ines.id, ...args }))
    expect(refused, name).toMatchObject({ code: 'PT409' })
  }
})

test.each([
  ['list_customers', {}, 'agent'],
  ['customer_page', { person_id: randomUUID() }, 'agent'],
  ['suspend_account', { person_id: randomUUID() }, 'admin'],
  ['restore_account', { person_id: randomUUID() }, 'admin'],
  ['correct_name', { person_id: randomUUID(), name: 'Eve' }, 'admin'],
])('%s is refused to those who may not', async (name, args, needed) => {
  expect(await refusal(db.rpc('anonymous', name, args))).toMatchObject({ code: '42501' })
  expect(await refusal(db.rpc(maya, name, args))).toMatchObject({ code: 'PT403' })
  if (needed === 'admin') {
    expect(await refusal(db.rpc(ines, name, args))).toMatchObject({ code: 'PT403' })
  }
})
