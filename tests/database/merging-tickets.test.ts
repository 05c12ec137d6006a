import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, refusal, type Person, type TestDatabase } from './harness'
import { addNote, openTicket, reply, ticketPage } from './ticket-builder'

let db: TestDatabase
let maya: Person
let tomas: Person
let ines: Person
let noor: Person
beforeAll(async () => {
  db = await openTestDatabase()
  maya = await db.addPerson('Maya Lindqvist')
  tomas = await db.addPerson('Tomas Berg')
  ines = await db.addPerson('Ines Okafor', 'agent')
  noor = await db.addPerson('Noor Haddad', 'agent')
  await db.owner('update auth.users set email_confirmed_at = now()')
})
afterAll(() => db?.close())

const mergeArguments = (from: number, into: number) => ({
  ticket_number: from,
  into_number: into,
  message_id: randomUUID() as string,
  message: `Goes on in ticket ${into}.`,
  into_message_id: randomUUID() as string,
  into_message: `Ticket ${from} goes on here.`,
})
const merge = (from: number, into: number) =>
  db.rpc(ines, 'merge_tickets', mergeArguments(from, into))

test('a merged ticket is closed and names the other, and all that was written stays where it was', async () => {
  const from = await openTicket(db, maya)
  const into = await openTicket(db, maya)
  await reply(db, maya, from.number, { body: 'One more thing.' })
  const once = mergeArguments(from.number, into.number)
  await db.rpc(ines, 'merge_tickets', once)
  await db.rpc(ines, 'merge_tickets', once)

  const merged = await ticketPage(db, maya, from.number)
  expect(merged?.ticket.status).toBe('closed')
  expect(merged?.messages.map(({ body }) => body).slice(1)).toEqual([
    'One more thing.',
    `Goes on in ticket ${into.number}.`,
  ])
  const kinds = merged?.events.filter(({ kind }) => kind === 'merged')
  expect(kinds).toMatchObject([{ after: String(into.number), actor: { id: ines.id } }])

  const target = await ticketPage(db, maya, into.number)
  expect(target?.ticket.status).toBe('new')
  expect(target?.messages.at(-1)).toMatchObject({ body: `Ticket ${from.number} goes on here.` })
  expect(target?.events.at(-1)).toMatchObject({ kind: 'merged_from', after: String(from.number) })
})

test('both requesters are told by a notice; of each other they learn nothing else', async () => {
  const from = await openTicket(db, maya)
  const into = await openTicket(db, tomas)
  await merge(from.number, into.number)
  for (const [person, { number }] of [
    [maya, from],
    [tomas, into],
  ] as const) {
    const notices = await db.owner(
      `select from public.notifications
        where person_id = $1 and kind = 'ticket_reply' and about ->> 'ticket' = $2`,
      [person.id, String(number)],
    )
    expect(notices).toHaveLength(1)
    const page = await ticketPage(db, person, number)
    expect(page?.events.filter(({ kind }) => kind.startsWith('merged'))).toEqual([])
  }
  expect(await ticketPage(db, maya, into.number)).toBeNull()
  const desk = await ticketPage(db, ines, from.number)
  expect(desk?.events.at(-1)).toMatchObject({ kind: 'merged', after: String(into.number) })
})

test('not into itself, not into or from a closed ticket, not in a circle', async () => {
  const [one, two, three] = [
    await openTicket(db, maya),
    await openTicket(db, maya),
    await openTicket(db, maya),
  ]
  expect(await refusal(merge(one.number, one.number))).toMatchObject({ code: 'PT409' })
  await merge(one.number, two.number)
  expect(await refusal(merge(two.number, one.number))).toMatchObject({
    code: 'PT409',
    message: `Ticket ${one.number} is closed.`,
  })
  expect(await refusal(merge(one.number, three.number))).toMatchObject({ code: 'PT409' })
  expect(await refusal(merge(999_999, three.number))).toMatchObject({ code: 'PT404' })
  expect(await refusal(merge(three.number, 999_999))).toMatchObject({ code: 'PT404' })
  await merge(two.number, three.number)
})

test('of two merges in opposite directions at the same moment one is refused', async () => {
  for (let round = 0; round < 10; round += 1) {
    const one = await openTicket(db, maya)
    const two = await openTicket(db, maya)
    const outcomes = await Promise.allSettled([
      merge(one.number, two.number),
      db.rpc(noor, 'merge_tickets', mergeArguments(two.number, one.number)),
    ])
    expect(outcomes.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: 'PT409' } },
    ])
    const open = await db.owner(
      `select from public.tickets where number = any ($1) and status <> 'closed'`,
      [[one.number, two.number]],
    )
    expect(open).toHaveLength(1)
  }
})

test('a reply that arrives while its ticket is merged is in it, or opens a follow-up', async () => {
  for (let round = 0; round < 5; round += 1) {
    const from = await openTicket(db, maya)
    const into = await openTicket(db, maya)
    const [landed] = await Promise.all([
      reply(db, maya, from.number, { body: 'At the same moment' }),
      merge(from.number, into.number),
    ])
    const page = await ticketPage(db, maya, landed)
    expect(page?.messages.map(({ body }) => body)).toContain('At the same moment')
  }
})

test('customers neither merge nor split', async () => {
  const one = await openTicket(db, maya)
  const two = await openTicket(db, maya)
  const split = { ticket_number: one.number, message_id: one.id, id: randomUUID(), subject: 'Two' }
  for (const attempt of [
    () => db.rpc(maya, 'merge_tickets', mergeArguments(one.number, two.number)),
    () => db.rpc(maya, 'split_ticket', split),
  ]) {
    expect(await refusal(attempt())).toMatchObject({ code: 'PT403' })
  }
})

test('a reply of the requester becomes a ticket of its own, once, and both name each other', async () => {
  const { number } = await openTicket(db, maya)
  const messageId = randomUUID()
  await reply(db, maya, number, { id: messageId, body: 'And the export is broken.' })
  const split = {
    ticket_number: number,
    message_id: messageId,
    id: randomUUID(),
    subject: ' Export ',
  }
  const made = await db.rpc<number>(ines, 'split_ticket', split)
  expect(await db.rpc<number>(ines, 'split_ticket', split)).toBe(made)

  const page = await ticketPage(db, maya, made)
  expect(page).toMatchObject({
    ticket: { subject: 'Export', status: 'new', requester: { id: maya.id } },
    messages: [{ body: 'And the export is broken.', author: { id: maya.id } }],
  })
  expect(page?.events.at(-1)).toMatchObject({ kind: 'split_from', after: String(number) })
  const left = await ticketPage(db, maya, number)
  expect(left?.messages.map(({ id }) => id)).toContain(messageId)
  expect(left?.events.at(-1)).toMatchObject({ kind: 'split', after: String(made) })
})

test('only a reply of the requester can be split off, and never the opening message', async () => {
  const { id, number } = await openTicket(db, maya)
  await reply(db, ines, number)
  await addNote(db, ines, number, 'A note')
  const messages = (await ticketPage(db, ines, number))?.messages ?? []
  const other = await openTicket(db, tomas)
  for (const messageId of [id, other.id, ...messages.map((message) => message.id)]) {
    const args = { ticket_number: number, message_id: messageId, id: randomUUID(), subject: 'Two' }
    expect(await refusal(db.rpc(ines, 'split_ticket', args))).toMatchObject({ code: 'PT404' })
  }
})
