import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, refusal, type Person, type Row, type TestDatabase } from './harness'
import { addNote, getTicket, openTicket, ticketPage } from './ticket-builder'

/** Occurs in the note and in the name of its file, and nowhere else. */
const secret = 'quinquereme'

let db: TestDatabase
let maya: Person
let ines: Person
let ticket: { id: string; number: number }
const note = { id: randomUUID(), body: `She is a ${secret}.` }
const file = { id: randomUUID(), name: `${secret}.png`, content_type: 'image/png', size: 100 }

beforeAll(async () => {
  db = await openTestDatabase()
  maya = await db.addPerson('Maya Lindqvist')
  ines = await db.addPerson('Ines Okafor', 'agent')
  ticket = await openTicket(db, maya)
  await db.rpc(ines, 'attach_file', { ...file, ticket_id: ticket.id, message_key: note.id })
  await db.owner(
    `insert into storage.objects (bucket_id, name) values ('ticket-attachments', $1)`,
    [`${ticket.id}/${file.id}`],
  )
})
afterAll(() => db?.close())

/** Everything that a person reads: each table, the files, each function that answers something. */
async function everythingSeenBy(person: Person) {
  const tables = await db.owner<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname = 'public' or (schemaname, tablename) = ('storage', 'objects')`,
  )
  const seen: Row & { searches: unknown[] } = { searches: [] }
  for (const { name } of tables) {
    seen[name] = await db.as(person, `select * from ${name}`).catch((error) => error.code)
  }
  seen.ticket_page = await ticketPage(db, person, ticket.number)
  for (const search of ['', secret, 'she is', 'png']) {
    seen.searches.push(await db.rpc(person, 'my_tickets', { search }))
    seen.searches.push(await db.rpc(person, 'export_tickets', { view: 'all', search }))
  }
  return seen
}

test('a note leaves everything that its customer can read exactly as it was', async () => {
  const before = await everythingSeenBy(maya)
  await db.rpc(ines, 'add_internal_note', { ticket_number: ticket.number, ...note })
  await addNote(db, ines, ticket.number, 'A second one')
  expect(await everythingSeenBy(maya)).toEqual(before)
  expect(JSON.stringify(before)).not.toContain(secret)
})

test('staff read the note with its file, and find the ticket by its words', async () => {
  const page = await ticketPage(db, ines, ticket.number)
  expect(page?.messages[1]).toMatchObject({ ...note, kind: 'note', attachments: [file] })
  const found = await db.rpc<{ total: number }>(ines, 'queue_page', { view: 'all', search: secret })
  expect(found.total).toBe(1)
})

test('the file of a note cannot be downloaded by the customer, even by its exact name', async () => {
  const object = `select name from storage.objects where name = '${ticket.id}/${file.id}'`
  expect(await db.as(maya, object)).toEqual([])
  expect(await db.as(ines, object)).toHaveLength(1)
})

test('customers cannot write notes, and get to see that nobody does', async () => {
  const written = await refusal(addNote(db, maya, ticket.number, 'Mine'))
  expect(written).toMatchObject({ code: 'PT403', message: 'Only staff may do this.' })
})

test('sending the same note twice leaves one', async () => {
  const twice = { ticket_number: ticket.number, id: randomUUID(), body: 'Once' }
  await db.rpc(ines, 'add_internal_note', twice)
  await db.rpc(ines, 'add_internal_note', twice)
  const notes = await db.owner(`select 1 from public.ticket_messages where body = 'Once'`)
  expect(notes).toHaveLength(1)
  expect(await getTicket(db, maya, ticket.number)).toMatchObject({ version: 1 })
})
