import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type Person, type Row, type TestDatabase } from './harness'
import { addNote, attachFile, newTicket, openTicket, reply } from './ticket-builder'

let db: TestDatabase
let maya: Person
let tomas: Person
let ines: Person

beforeAll(async () => {
  db = await openTestDatabase()
  maya = await db.addPerson('Maya Lindqvist')
  tomas = await db.addPerson('Tomas Berg')
  ines = await db.addPerson('Ines Okafor', 'agent')
  const file = { content_type: 'image/png', size: 1024 }

  const invoice = newTicket({
    subject: 'Invoice of March',
    description: 'The umbrella is missing.',
  })
  const names = { ticket_id: invoice.id, message_key: invoice.id, ...file }
  await attachFile(db, maya, { ...names, id: randomUUID(), name: 'receipt-2231.png' })
  const number = await db.rpc<number>(maya, 'open_ticket', invoice)
  await openTicket(db, maya, { subject: 'Export', description: 'Broken characters everywhere' })
  await openTicket(db, tomas, { subject: 'Invoice of Tomas', description: 'An umbrella too' })

  const noteId = randomUUID()
  const hidden = { ticket_id: invoice.id, message_key: noteId, ...file }
  await attachFile(db, ines, { ...hidden, id: randomUUID(), name: 'zeppelin.png' })
  const note = { ticket_number: number, id: noteId, body: 'Suspicious xylophone' }
  await db.rpc(ines, 'add_internal_note', note)
  await addNote(db, ines, number, 'Another xylophone')
  await reply(db, ines, number, { next_status: 'open' })
})
afterAll(() => db?.close())

type List = { total: number }
const found = async (person: Person, search: string) =>
  (await db.rpc<{ subject: string }[]>(person, 'export_tickets', { search, view: 'all' }))
    .map(({ subject }) => subject)
    .sort()

test.each([
  ['a word of a message', 'umbrella', ['Invoice of March']],
  ['another form of it', 'umbrellas', ['Invoice of March']],
  ['the beginning of a word', 'umbr', ['Invoice of March']],
  ['beginnings of several words', 'brok char', ['Export']],
  ['a part of a file name', 'receipt-22', ['Invoice of March']],
  ['a mistake in a subject', 'invoce', ['Invoice of March']],
  ['a mistake in a message', 'umbrela', ['Invoice of March']],
  ['a mistake beside a right word', 'umbrela missing', ['Invoice of March']],
  ['words side by side', '"umbrella is missing"', ['Invoice of March']],
  ['a word that is left out', 'umbrella -missing', []],
  ['something nobody wrote', 'quokka', []],
])('a customer finds by %s', async (_what, search, expected) => {
  expect(await found(maya, search)).toEqual(expected)
})

test.each(['xylophone', 'xylo', 'xilophone', 'zeppelin', 'zepelin.png', '"suspicious xylophone"'])(
  'a customer finds nothing of a note by %s, staff do what is spelled right',
  async (search) => {
    expect(await found(maya, search)).toEqual([])
    if (!/xilo|zepelin/.test(search))
      expect(await found(ines, search)).toEqual(['Invoice of March'])
  },
)

test.each([
  '%_\\',
  '"unbalanced',
  "'",
  '):*',
  '&|!',
  '-',
  '-- -',
  'the',
  'q=x,internal.eq.true)',
  "x'; drop table tickets",
  '🦔',
  'é',
  'a'.repeat(200),
])('%j is a text like any other', async (search) => {
  expect(await found(maya, search)).toEqual(expect.any(Array))
})

test('days are those of the portal for people who have not told their zone', async () => {
  await db.owner(`update public.tickets set created_at = '2026-03-01T23:30:00Z'
    where subject = 'Export'`)
  const on = (day: string) => db.rpc<List>(maya, 'my_tickets', { from_date: day, to_date: day })
  expect((await on('2026-03-02')).total).toBe(1)
  expect((await on('2026-03-01')).total).toBe(0)
})

test('an export has what the list has, page by page, without notes', async () => {
  const all = await db.rpc<Row[]>(maya, 'export_tickets', { with_messages: true })
  expect(all.map(({ subject }) => subject)).toEqual(['Export', 'Invoice of March'])
  expect(JSON.stringify(all)).not.toMatch(/xylophone|zeppelin/)
  expect(all[1]).toMatchObject({
    status: 'open',
    category: 'Signing in',
    with: 'Ines Okafor',
    messages: [{ text: 'The umbrella is missing.', files: ['receipt-2231.png'] }, {}],
  })
  const below = all[0]!.number
  const rest = await db.rpc<Row[]>(maya, 'export_tickets', { below, search: 'umbr' })
  expect(rest.map(({ subject }) => subject)).toEqual(['Invoice of March'])
  expect(rest[0]).not.toHaveProperty('messages')
})

test("figures are of the person's own tickets, for staff too", async () => {
  const figures = (person: Person) => db.rpc<Row>(person, 'my_ticket_figures')
  expect(await figures(maya)).toMatchObject({
    total: 2,
    done: 0,
    response: expect.any(Number),
    resolution: null,
    categories: [{ name: 'Signing in', opened: 2 }],
  })
  expect((await figures(maya)).months).toHaveLength(12)
  expect(await figures(ines)).toMatchObject({ total: 0, categories: [] })
})
