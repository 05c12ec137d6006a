import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, refusal, type Person, type Row, type TestDatabase } from './harness'
import { getTicket, openTicket, reply, solvedFor, ticketPage } from './ticket-builder'

type Answer = { changed: number[]; refused: { number: number; reason: string }[] }

let db: TestDatabase
let maya: Person
let ines: Person
let noor: Person

beforeAll(async () => {
  db = await openTestDatabase()
  maya = await db.addPerson('Maya Lindqvist')
  ines = await db.addPerson('Ines Okafor', 'agent')
  noor = await db.addPerson('Noor Haddad', 'agent')
  await db.owner(`insert into public.tags (name) values ('export'), ('sms')`)
})
afterAll(() => db?.close())

async function openTickets(count: number) {
  const numbers: number[] = []
  for (let each = 0; each < count; each += 1) numbers.push((await openTicket(db, maya)).number)
  return numbers
}

async function asSeen(numbers: number[]) {
  const rows = await db.owner<{ number: number; version: number }>(
    'select number, version from public.tickets where number = any ($1)',
    [numbers],
  )
  const version = new Map(rows.map((row) => [row.number, row.version]))
  return { numbers, versions: numbers.map((number) => version.get(number) ?? 1) }
}

const change = (person: Person, args: Row) => db.rpc<Answer>(person, 'bulk_change', args)

const tagsOf = async (number: number) =>
  (
    await db.owner<{ tag: string }>(
      `select k.tag from public.ticket_tags k join public.tickets t on t.id = k.ticket_id
        where t.number = $1 order by k.tag`,
      [number],
    )
  ).map(({ tag }) => tag)

test.each<[string, Row, Row]>([
  ['status', { status: 'on_hold' }, { status: 'on_hold' }],
  ['priority', { priority: 'urgent' }, { priority: 'urgent', status: 'new' }],
  ['assignee', { assignee: 'me' }, { status: 'open' }],
])('the %s of many tickets is changed at once', async (_name, wanted, expected) => {
  const numbers = await openTickets(3)
  const answer = await change(ines, { ...(await asSeen(numbers)), ...wanted })
  expect(answer).toEqual({ changed: numbers, refused: [] })
  for (const number of numbers) expect(await getTicket(db, ines, number)).toMatchObject(expected)
})

test('tickets go to a colleague, and back to nobody', async () => {
  const numbers = await openTickets(2)
  await change(ines, { ...(await asSeen(numbers)), assignee: noor.id })
  expect(await getTicket(db, ines, numbers[0]!)).toMatchObject({ assignee: { id: noor.id } })
  await change(ines, { ...(await asSeen(numbers)), assignee: 'nobody' })
  expect(await getTicket(db, ines, numbers[1]!)).toMatchObject({ assignee: null })
})

test('tags are added and taken away, and the others stay', async () => {
  const numbers = await openTickets(2)
  await change(ines, { ...(await asSeen(numbers)), add_tag: 'export' })
  await change(ines, { ...(await asSeen(numbers)), add_tag: 'sms' })
  expect(await tagsOf(numbers[0]!)).toEqual(['export', 'sms'])
  await change(ines, { ...(await asSeen(numbers)), remove_tag: 'export' })
  expect(await tagsOf(numbers[1]!)).toEqual(['sms'])
})

test('a macro runs on each ticket, and its reply is sent once however often the form is', async () => {
  const [macro] = await db.owner<{ id: string }>(
    `insert into public.macros (name, reply, next_status, add_tags)
      values ('We know', 'Dear {{requester.first_name}}, we are on it.', 'on_hold', '{sms}') returning id`,
  )
  const numbers = await openTickets(2)
  const args = { ...(await asSeen(numbers)), macro_id: macro?.id, key: randomUUID() }
  expect(await change(ines, args)).toEqual({ changed: numbers, refused: [] })
  expect(await change(ines, args)).toEqual({ changed: numbers, refused: [] })
  const page = await ticketPage(db, ines, numbers[0]!)
  expect(page?.messages.map(({ body }) => body).slice(1)).toEqual(['Dear Maya, we are on it.'])
  expect(page?.ticket.status).toBe('on_hold')
  expect(await tagsOf(numbers[1]!)).toEqual(['sms'])
})

test('closed, changed and unknown tickets are named, and the others changed', async () => {
  const [fine, closed, news, twenty] = (await openTickets(4)) as [number, number, number, number]
  const seen = await asSeen([fine, closed, news, twenty, 999_999])
  await db.rpc(noor, 'update_ticket', { ticket_number: closed, status: 'solved' })
  await solvedFor(db, closed, '8 days')
  await reply(db, maya, news, { body: 'There is more.' })
  const answer = await change(ines, { ...seen, priority: 'high' })
  expect(answer.changed).toEqual([fine, twenty])
  expect(answer.refused).toEqual([
    { number: closed, reason: 'closed' },
    { number: news, reason: 'changed' },
    { number: 999_999, reason: 'missing' },
  ])
  expect(await getTicket(db, ines, news)).toMatchObject({ priority: 'normal' })
})

test('a ticket with twenty tags takes no other', async () => {
  const [number] = (await openTickets(1)) as [number]
  const tags = Array.from({ length: 20 }, (_, each) => `tag ${each}`)
  await db.rpc(ines, 'update_ticket', { ticket_number: number, tags })
  const answer = await change(ines, { ...(await asSeen([number])), add_tag: 'export' })
  expect(answer.refused).toEqual([{ number, reason: 'tags' }])
})

test('the same change twice finds its work done', async () => {
  const numbers = await openTickets(2)
  const args = { ...(await asSeen(numbers)), status: 'pending' }
  await change(ines, args)
  const versions = (await asSeen(numbers)).versions
  expect(await change(ines, args)).toEqual({ changed: numbers, refused: [] })
  expect((await asSeen(numbers)).versions).toEqual(versions)
})

test('closed tickets stay closed', async () => {
  const numbers = await openTickets(1)
  await change(ines, { ...(await asSeen(numbers)), status: 'closed' })
  const again = await change(ines, { ...(await asSeen(numbers)), status: 'open' })
  expect(again.refused).toEqual([{ number: numbers[0], reason: 'closed' }])
})

test('of two bulk changes at once of the same tickets in any order, one wins whole', async () => {
  const numbers = await openTickets(20)
  const seen = await asSeen(numbers)
  const backwards = {
    numbers: numbers.toReversed(),
    versions: seen.versions.toReversed(),
  }
  const answers = await Promise.all([
    change(ines, { ...seen, priority: 'high' }),
    change(noor, { ...backwards, priority: 'low' }),
  ])
  expect(answers.map(({ changed }) => changed.length).sort()).toEqual([0, 20])
  expect(answers.flatMap(({ refused }) => refused.map(({ reason }) => reason))).toEqual(
    Array.from({ length: 20 }, () => 'changed'),
  )
})

test.each<[Row, string]>([
  [{ numbers: [], versions: [], priority: 'low' }, 'bulk_change_count'],
  [{ numbers: [1001], versions: [], priority: 'low' }, 'bulk_change_count'],
  [{ numbers: [1001, null], versions: [1, 1], priority: 'low' }, 'bulk_change_count'],
  [
    { numbers: Array(101).fill(1001), versions: Array(101).fill(1), priority: 'low' },
    'bulk_change_count',
  ],
  [{ numbers: [1001], versions: [1] }, 'bulk_change_one'],
  [{ numbers: [1001], versions: [1], priority: 'low', status: 'open' }, 'bulk_change_one'],
  [{ numbers: [1001], versions: [1], macro_id: randomUUID() }, 'bulk_change_one'],
  [{ numbers: [1001], versions: [1], status: 'new' }, 'tickets_next_status'],
  [{ numbers: [1001], versions: [1], add_tag: 'unheard of' }, 'ticket_tags_known'],
  [{ numbers: [1001], versions: [1], priority: 'enormous' }, 'tickets_priority_known'],
])('%o is refused with %s', async (args, message) => {
  const refused = await refusal(change(ines, args))
  expect(refused).toMatchObject({ code: '22023', message })
})

test('a customer is not somebody to work on tickets', async () => {
  const numbers = await openTickets(1)
  const refused = await refusal(change(ines, { ...(await asSeen(numbers)), assignee: maya.id }))
  expect(refused).toMatchObject({ code: '22023', message: 'tickets_assignee_staff' })
})

test('a macro that is not there is not found', async () => {
  const numbers = await openTickets(1)
  const args = { ...(await asSeen(numbers)), macro_id: randomUUID(), key: randomUUID() }
  expect(await refusal(change(ines, args))).toMatchObject({ code: 'PT404' })
})

test('customers change nothing, not even their own tickets', async () => {
  const numbers = await openTickets(1)
  const args = { ...(await asSeen(numbers)), priority: 'urgent' }
  expect(await refusal(change(maya, args))).toMatchObject({ code: 'PT403' })
  expect(await refusal(db.rpc('anonymous', 'bulk_change', args))).toMatchObject({ code: '42501' })
  expect(await getTicket(db, maya, numbers[0]!)).toMatchObject({ priority: 'normal' })
})
