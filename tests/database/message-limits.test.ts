import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestDatabase, refusal, type Person, type TestDatabase } from './harness'
import { newTicket, openTicket, reply } from './ticket-builder'

let db: TestDatabase
let maya: Person
let agent: Person

beforeAll(async () => {
  db = await openTestDatabase()
  agent = await db.addPerson('Ines Okafor', 'agent')
})
beforeEach(async () => {
  maya = await db.addPerson('Maya Lindqvist')
})
afterAll(() => db?.close())

const allow = (messages: number) =>
  db.as('service', `update public.message_limits set customer_messages_per_hour = ${messages}`)

const messagesOf = async ({ id }: Person) => {
  const text = 'select count(*)::int as count from public.ticket_messages where author_id = $1'
  const [row] = await db.owner<{ count: number }>(text, [id])
  return row!.count
}

test('a hundred messages an hour are taken, whatever they are, and the next is told when', async () => {
  const { number } = await openTicket(db, maya)
  for (let more = 0; more < 99; more += 1) {
    await (more % 2 === 0 ? reply(db, maya, number) : openTicket(db, maya))
  }
  for (const next of [() => reply(db, maya, number), () => openTicket(db, maya)]) {
    const refused = await refusal(next())
    expect(refused).toMatchObject({
      code: 'PT429',
      message: 'You have sent 100 messages within an hour.',
    })
    expect(Number(refused.detail)).toBeGreaterThan(3_000)
    expect(Number(refused.detail)).toBeLessThanOrEqual(3_600)
  }
  expect(await messagesOf(maya)).toBe(100)
  await openTicket(db, await db.addPerson('Tomas Berg'))
})

test('it is counted exactly when many are sent at once, and a ticket is never half there', async () => {
  await allow(5)
  const forms = Array.from({ length: 12 }, () => newTicket())
  const sent = await Promise.allSettled(forms.map((form) => db.rpc(maya, 'open_ticket', form)))
  expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  const text = 'select count(*)::int as count from public.tickets where requester_id = $1'
  expect(await db.owner(text, [maya.id])).toEqual([{ count: 5 }])
  await allow(100)
})

test('what was sent before is the same message again, and costs nothing', async () => {
  await allow(2)
  const { number } = await openTicket(db, maya)
  const id = randomUUID()
  for (let times = 0; times < 3; times += 1)
    expect(await reply(db, maya, number, { id })).toBe(number)
  await allow(100)
})

test('a new hour begins with the next message', async () => {
  await allow(1)
  await openTicket(db, maya)
  expect(await refusal(openTicket(db, maya))).toMatchObject({ code: 'PT429' })
  await db.owner(`update public.rate_limits set expires_at = now() - interval '1 second'`)
  await openTicket(db, maya)
  await allow(100)
})

test('staff answer as often as they have to, and split what a customer wrote', async () => {
  await allow(1)
  const { number } = await openTicket(db, maya)
  for (let times = 0; times < 5; times += 1) await reply(db, agent, number)
  await allow(100)
  await reply(db, maya, number)
  const [asked] = await db.owner<{ id: string }>(
    'select id from public.ticket_messages where author_id = $1 order by created_at desc limit 1',
    [maya.id],
  )
  await allow(1)
  const split = { ticket_number: number, message_id: asked!.id, id: randomUUID(), subject: 'Two' }
  await db.rpc(agent, 'split_ticket', split)
  await allow(100)
})
