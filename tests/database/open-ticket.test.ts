import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, refusal, type Person, type Row, type TestDatabase } from './harness'
import { addNote, getTicket, newTicket, openTicket, reply, ticketPage } from './ticket-builder'

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

const open = (person: Person, changes: Row = {}) =>
  db.rpc<number>(person, 'open_ticket', newTicket(changes))

test('the first ticket has the number 1001 and begins with what its requester wrote', async () => {
  const { id, number } = await openTicket(db, maya)
  expect(number).toBe(1001)
  expect(await ticketPage(db, maya, number)).toMatchObject({
    ticket: { id, number, status: 'new', version: 1, assignee: null, follow_up_of: null },
    messages: [{ id, kind: 'public', author: { name: 'Maya Lindqvist', role: 'customer' } }],
    events: [{ kind: 'opened', actor: { id: maya.id }, before: null, after: 'new' }],
  })
})

test('sending the same form twice makes one ticket, with what was sent first', async () => {
  const form = newTicket()
  const first = await db.rpc(maya, 'open_ticket', form)
  const second = await db.rpc(maya, 'open_ticket', { ...form, subject: 'Changed' })
  expect(second).toBe(first)
  expect(await db.owner('select subject from public.tickets where id = $1', [form.id])).toEqual([
    { subject: form.subject },
  ])
})

test('ten identical forms at once make one ticket with one message', async () => {
  const form = newTicket()
  const numbers = await Promise.all(
    Array.from({ length: 10 }, () => db.rpc<number>(maya, 'open_ticket', form)),
  )
  expect(new Set(numbers).size).toBe(1)
  const messages = await db.owner('select 1 from public.ticket_messages where ticket_id = $1', [
    form.id,
  ])
  expect(messages).toHaveLength(1)
})

test('fifty forms at once make fifty tickets with numbers of their own', async () => {
  const numbers = await Promise.all(Array.from({ length: 50 }, () => open(maya)))
  expect(new Set(numbers).size).toBe(50)
})

test('ten identical replies at once leave one message', async () => {
  const { id, number } = await openTicket(db, maya)
  const message = { id: randomUUID(), body: 'One more thing.' }
  await Promise.all(Array.from({ length: 10 }, () => reply(db, maya, number, message)))
  const messages = await db.owner(
    'select body from public.ticket_messages where ticket_id = $1 order by created_at',
    [id],
  )
  expect(messages).toHaveLength(2)
})

test('a reply that was sent is found again even when the ticket has moved on', async () => {
  const { number } = await openTicket(db, maya)
  const message = { id: randomUUID() }
  await reply(db, ines, number, message)
  await reply(db, maya, number)
  expect(await reply(db, ines, number, message)).toBe(number)
  expect(await getTicket(db, maya, number)).toMatchObject({ status: 'open' })
})

test('the id of a ticket, draft or message of somebody else is as good as unknown', async () => {
  const ticket = await openTicket(db, maya)
  expect(await refusal(open(tomas, { id: ticket.id }))).toMatchObject({
    code: 'PT404',
    message: 'There is no such ticket.',
  })
  const draft = newTicket()
  await db.rpc(maya, 'save_draft', draft)
  expect(await refusal(open(tomas, { id: draft.id }))).toMatchObject({ code: 'PT404' })

  const noteId = randomUUID()
  await db.rpc(ines, 'add_internal_note', { ticket_number: ticket.number, id: noteId, body: 'Hm' })
  expect(await refusal(open(maya, { id: noteId }))).toMatchObject({ code: 'PT404' })
  const stolen = reply(db, maya, ticket.number, { id: noteId })
  expect(await refusal(stolen)).toMatchObject({ code: 'PT404' })
})

test('the id of one of my own replies does not make a ticket without a text', async () => {
  const { number } = await openTicket(db, maya)
  const id = randomUUID()
  await reply(db, maya, number, { id })
  expect(await refusal(open(maya, { id }))).toMatchObject({ code: 'PT404' })
  expect(await db.owner('select 1 from public.tickets where id = $1', [id])).toEqual([])
})

test.each([
  [
    'category',
    { category: 'no-such' },
    'tickets_category_active',
    'Choose a category from the list.',
  ],
  ['category', { category: null }, 'tickets_category_active', 'Choose a category from the list.'],
  [
    'priority',
    { priority: 'at once' },
    'tickets_priority_known',
    'Choose a priority from the list.',
  ],
  ['priority', { priority: null }, 'tickets_priority_known', 'Choose a priority from the list.'],
])('a wrong %s (%o) is an error of that field', async (detail, changes, message, hint) => {
  expect(await refusal(open(maya, changes))).toMatchObject({ code: '22023', message, detail, hint })
})

test('a category that is no longer active cannot be chosen, and stays on its tickets', async () => {
  await db.owner(`insert into public.categories (slug, name) values ('fax', 'Fax')`)
  const number = await open(maya, { category: 'fax' })
  await db.owner(`update public.categories set active = false where slug = 'fax'`)
  expect(await refusal(open(maya, { category: 'fax' }))).toMatchObject({ code: '22023' })
  expect(await getTicket(db, maya, number)).toMatchObject({
    category: { slug: 'fax', name: 'Fax' },
  })
})

const longest = 'å'.repeat(20_000)
test('text as long as allowed is kept as it is', async () => {
  const number = await open(maya, { subject: '👩‍💻'.repeat(50), description: longest })
  expect(await ticketPage(db, maya, number)).toMatchObject({
    ticket: { subject: '👩‍💻'.repeat(50) },
    messages: [{ body: longest }],
  })
})

test.each([
  ['tickets_subject_length', { subject: 'x'.repeat(151) }],
  ['tickets_subject_not_blank', { subject: ' \u00a0\u200b\ufeff' }],
  ['tickets_subject_one_line', { subject: 'Two\nlines' }],
  ['ticket_messages_body_length', { description: `${longest}x` }],
  ['ticket_messages_body_not_blank', { description: ' \n\t\u00a0' }],
])('%s is named when it is broken', async (constraint, changes) => {
  const form = newTicket(changes)
  expect(await refusal(db.rpc(maya, 'open_ticket', form))).toMatchObject({
    code: '23514',
    message: expect.stringContaining(`"${constraint}"`),
  })
  expect(await db.owner('select 1 from public.tickets where id = $1', [form.id])).toEqual([])
})

test.each(['subject', 'description'])(
  'a NUL byte in the %s is refused by its code',
  async (field) => {
    expect(await refusal(open(maya, { [field]: 'a\0b' }))).toMatchObject({ code: '22021' })
  },
)

test('nothing that a form may add beside its fields reaches the ticket', async () => {
  const extra = { status: 'closed', requester_id: tomas.id, assignee_id: maya.id, number: 1 }
  for (const [name, value] of Object.entries(extra)) {
    expect(await refusal(open(maya, { [name]: value }))).toMatchObject({ code: '42883' })
  }
})

test('what was sent is no longer a draft', async () => {
  const draft = newTicket()
  await db.rpc(maya, 'save_draft', draft)
  await db.rpc(maya, 'open_ticket', draft)
  expect(await db.as(maya, 'select 1 from public.ticket_drafts where id = $1', [draft.id])).toEqual(
    [],
  )
})

test('staff open tickets for themselves only, and answer them as their requester', async () => {
  const { number } = await openTicket(db, ines)
  await addNote(db, ines, number, 'My own note')
  await reply(db, ines, number)
  expect(await getTicket(db, ines, number)).toMatchObject({
    requester: { id: ines.id },
    assignee: null,
    status: 'new',
  })
})
