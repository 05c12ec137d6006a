import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, refusal, type Person, type TestDatabase } from './harness'
import { getTicket, openTicket, reply, ticketPage } from './ticket-builder'

let db: TestDatabase
let maya: Person
let ines: Person
beforeAll(async () => {
  db = await openTestDatabase()
  maya = await db.addPerson('Maya Lindqvist')
  ines = await db.addPerson('Ines Okafor', 'agent')
})
afterAll(() => db?.close())

test('the history has every change with who made it; who is assigned is for staff only', async () => {
  const { number } = await openTicket(db, maya)
  await reply(db, ines, number)
  await reply(db, maya, number)
  await db.rpc(maya, 'close_ticket', { ticket_number: number })

  const changes = async (reader: Person) =>
    (await ticketPage(db, reader, number))?.events.map(({ kind, before, after, actor }) => {
      return [kind, before, after, (actor as { name: string }).name]
    })
  const forCustomer = [
    ['opened', null, 'new', 'Maya Lindqvist'],
    ['status', 'new', 'pending', 'Ines Okafor'],
    ['status', 'pending', 'open', 'Maya Lindqvist'],
    ['status', 'open', 'solved', 'Maya Lindqvist'],
  ]
  expect(await changes(maya)).toEqual(forCustomer)
  const taken = ['assignee', null, 'Ines Okafor', 'Ines Okafor']
  expect(await changes(ines)).toEqual([forCustomer[0], taken, ...forCustomer.slice(1)])
})

test('a change of priority or category is in the history, however it was made', async () => {
  const { id, number } = await openTicket(db, maya)
  await db.as(
    'service',
    `update public.tickets set priority = 'urgent', category = 'other' where id = $1`,
    [id],
  )
  expect((await ticketPage(db, maya, number))?.events.slice(1)).toMatchObject([
    { kind: 'category', before: 'signing-in', after: 'other', actor: null },
    { kind: 'priority', before: 'normal', after: 'urgent', actor: null },
  ])
})

test('every change of a ticket raises its version and its time of change', async () => {
  const { number } = await openTicket(db, maya)
  let before = await getTicket(db, maya, number)
  for (const change of [
    () => reply(db, maya, number),
    () => db.rpc(ines, 'take_ticket', { ticket_number: number }),
    () => db.rpc(maya, 'close_ticket', { ticket_number: number }),
  ]) {
    await change()
    const after = await getTicket(db, maya, number)
    expect(after.version).toBeGreaterThan(before.version)
    expect(after.updated_at).not.toBe(before.updated_at)
    before = after
  }
})

test.each(['ticket_events', 'ticket_messages'])(
  'nobody changes or removes rows of %s',
  async (table) => {
    await openTicket(db, maya)
    for (const statement of [
      `update public.${table} set created_at = now()`,
      `delete from public.${table}`,
    ]) {
      const refused = await refusal(db.owner(statement))
      expect(refused).toMatchObject({ code: '42501', message: `${table} is append-only.` })
    }
  },
)
