import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  openTestDatabase,
  refusal,
  type Caller,
  type Person,
  type Row,
  type TestDatabase,
} from './harness'
import { attachFile, newTicket, openTicket, reply, ticketPage } from './ticket-builder'

let db: TestDatabase
let maya: Person
let tomas: Person
let ines: Person
let ticket: { id: string; number: number }
beforeAll(async () => {
  db = await openTestDatabase()
  maya = await db.addPerson('Maya Lindqvist')
  tomas = await db.addPerson('Tomas Berg')
  ines = await db.addPerson('Ines Okafor', 'agent')
})
afterAll(() => db?.close())
beforeEach(async () => {
  ticket = await openTicket(db, maya)
})

/** The arguments of attach_file for a reply to Maya's ticket. */
function newFile(changes: Row = {}) {
  return {
    id: randomUUID() as string,
    ticket_id: ticket.id,
    message_key: randomUUID() as string,
    name: 'error.png',
    content_type: 'image/png',
    size: 2048,
    ...changes,
  }
}

async function attach(person: Person, changes: Row = {}) {
  const file = newFile(changes)
  await db.rpc(person, 'attach_file', file)
  return file
}

/** Announced, and its bytes have arrived. */
async function attachWhole(person: Person, changes: Row = {}) {
  const file = newFile(changes)
  await attachFile(db, person, file)
  return file
}

const upload = (caller: Caller, name: string) =>
  db.as(caller, `insert into storage.objects (bucket_id, name) values ('ticket-attachments', $1)`, [
    name,
  ])

const download = (caller: Caller, name: string) =>
  db.as(caller, 'select name from storage.objects where name = $1', [name])

const rowOf = async (id: string) =>
  (await db.owner('select * from public.ticket_attachments where id = $1', [id]))[0]

test('files that wait for a reply are sent with it, and then everybody on the ticket sees them', async () => {
  const file = await attach(maya)
  const path = `${ticket.id}/${file.id}`
  await upload(maya, path)
  expect(await download(maya, path)).toHaveLength(1)
  expect(await download(ines, path)).toEqual([])

  await reply(db, maya, ticket.number, { id: file.message_key })
  const { id, name, content_type, size } = file
  for (const reader of [maya, ines]) {
    const page = await ticketPage(db, reader, ticket.number)
    expect(page?.messages.at(-1)?.attachments).toEqual([{ id, name, content_type, size }])
    expect(await download(reader, path)).toHaveLength(1)
  }
  expect(await download(tomas, path)).toEqual([])
  expect(await download('anonymous', path)).toEqual([])
})

test('files of a ticket that is not sent yet are sent with it', async () => {
  const form = newTicket()
  const file = await attachWhole(maya, { ticket_id: form.id, message_key: form.id })
  const number = await db.rpc<number>(maya, 'open_ticket', form)
  const page = await ticketPage(db, maya, number)
  expect(page?.messages[0]?.attachments).toMatchObject([{ id: file.id }])
})

test('files of a reply that opens a follow-up go with it', async () => {
  await db.owner(`update public.tickets set status = 'closed' where id = $1`, [ticket.id])
  const file = await attachWhole(maya)
  const followUp = await reply(db, maya, ticket.number, { id: file.message_key })
  const page = await ticketPage(db, maya, followUp)
  expect(page?.messages[0]?.attachments).toMatchObject([{ id: file.id }])
})

test('nobody uploads what they did not announce, or somebody else did', async () => {
  const file = await attach(maya)
  const path = `${ticket.id}/${file.id}`
  for (const caller of [tomas, ines, 'anonymous'] as const) {
    expect(await refusal(upload(caller, path))).toMatchObject({ code: '42501' })
  }
  expect(await refusal(upload(maya, `${ticket.id}/${randomUUID()}`))).toMatchObject({
    code: '42501',
  })
  await upload(maya, path)
  await reply(db, maya, ticket.number, { id: file.message_key })
  expect(await refusal(upload(maya, path))).toMatchObject({ code: '42501' })
})

test('a file whose upload broke off is not sent, and found by the sweep', async () => {
  const file = await attach(maya)
  await reply(db, maya, ticket.number, { id: file.message_key })
  expect(await rowOf(file.id)).toMatchObject({ message_id: null })
})

test('a file is removed from storage by its uploader until it is sent, and by nobody after', async () => {
  const file = await attach(maya)
  const path = `${ticket.id}/${file.id}`
  const remove = (caller: Caller) =>
    db.as(caller, 'delete from storage.objects where name = $1 returning name', [path])
  await upload(maya, path)
  expect(await remove(tomas)).toEqual([])
  expect(await remove(ines)).toEqual([])
  expect(await remove(maya)).toHaveLength(1)

  await upload(maya, path)
  await reply(db, maya, ticket.number, { id: file.message_key })
  expect(await remove(maya)).toEqual([])
})

test('announcing the same file twice is one file; its id is good for nobody else', async () => {
  const file = newFile()
  await db.rpc(maya, 'attach_file', file)
  await db.rpc(maya, 'attach_file', { ...file, name: 'other.png' })
  expect(await rowOf(file.id)).toMatchObject({ name: 'error.png', uploaded_by: maya.id })
  expect(await refusal(attach(ines, { id: file.id }))).toMatchObject({ code: 'PT404' })
})

test('nobody attaches to a ticket, draft or unsent files of somebody else', async () => {
  expect(await refusal(attach(tomas))).toMatchObject({
    code: 'PT404',
    message: 'There is no such ticket.',
  })
  const draft = newTicket()
  await db.rpc(maya, 'save_draft', draft)
  const place = { ticket_id: draft.id, message_key: draft.id }
  expect(await refusal(attach(tomas, place))).toMatchObject({ code: 'PT404' })

  const fresh = randomUUID()
  await attach(maya, { ticket_id: fresh, message_key: fresh })
  const taken = attach(tomas, { ticket_id: fresh, message_key: fresh })
  expect(await refusal(taken)).toMatchObject({ code: 'PT404' })
  expect(await refusal(attach(maya, { ticket_id: randomUUID() }))).toMatchObject({ code: 'PT404' })
})

test("a file waiting under the id of somebody else's reply is not sent with it", async () => {
  const key = randomUUID()
  const file = await attachWhole(ines, { message_key: key })
  await reply(db, maya, ticket.number, { id: key })
  expect(await rowOf(file.id)).toMatchObject({ message_id: null })
})

test('nothing is attached to a message that was already sent', async () => {
  const place = { message_key: ticket.id }
  expect(await refusal(attach(maya, place))).toMatchObject({
    code: 'PT409',
    message: 'This message was already sent.',
  })
})

test('a message takes ten files, also when eleven come at once', async () => {
  const message_key = randomUUID()
  const files = Array.from({ length: 11 }, () => attach(maya, { message_key }))
  const refused = (await Promise.allSettled(files)).filter(({ status }) => status === 'rejected')
  expect(refused).toMatchObject([
    {
      reason: {
        code: '22023',
        message: 'ticket_attachments_count',
        detail: 'attachments',
        hint: 'Attach 10 files at most.',
      },
    },
  ])
})

test('a message takes as many files as the operator says, and never more than twenty', async () => {
  const attachTo = (most: number) => {
    const message_key = randomUUID()
    return { message_key, next: () => attach(maya, { message_key, most }) }
  }
  const two = attachTo(2)
  await two.next()
  await two.next()
  expect(await refusal(two.next())).toMatchObject({ hint: 'Attach 2 files at most.' })

  const many = attachTo(1_000)
  for (let files = 0; files < 20; files += 1) await many.next()
  expect(await refusal(many.next())).toMatchObject({ hint: 'Attach 20 files at most.' })
})

test('a file that has not arrived within a minute takes no place of another', async () => {
  const place = { message_key: randomUUID(), most: 1 }
  const never = await attach(maya, place)
  expect(await refusal(attach(maya, place))).toMatchObject({ code: '22023' })
  await db.owner(
    `update public.ticket_attachments set created_at = now() - interval '2 minutes' where id = $1`,
    [never.id],
  )
  const arrived = await attachWhole(maya, place)
  await db.owner(
    `update public.ticket_attachments set created_at = now() - interval '2 minutes' where id = $1`,
    [arrived.id],
  )
  expect(await refusal(attach(maya, place))).toMatchObject({ code: '22023' })
})

test('a file as large, and a name as long, as allowed is taken', async () => {
  await attach(maya, { size: 52_428_800, name: `${'å'.repeat(251)}.png` })
})

test.each([
  ['ticket_attachments_size_limit', { size: 52_428_801 }],
  ['ticket_attachments_size_limit', { size: 0 }],
  ['ticket_attachments_name_length', { name: 'x'.repeat(256) }],
  ['ticket_attachments_name_length', { name: '' }],
  ['ticket_attachments_name_plain', { name: '../../etc/passwd' }],
  ['ticket_attachments_name_plain', { name: 'a\r\nSet-Cookie: x' }],
  ['ticket_attachments_name_plain', { name: 'photo\u202egnp.exe' }],
  ['ticket_attachments_content_type_shape', { content_type: 'text/html; charset=x\r\nX: y' }],
])('%s is named when it is broken (%o)', async (constraint, changes) => {
  expect(await refusal(attach(maya, changes))).toMatchObject({
    code: '23514',
    message: expect.stringContaining(`"${constraint}"`),
  })
})

test('only the uploader discards a file, and only until it is sent', async () => {
  const file = await attach(maya)
  await db.rpc(tomas, 'discard_file', { id: file.id })
  await db.rpc(ines, 'discard_file', { id: file.id })
  expect(await rowOf(file.id)).toBeDefined()
  await db.rpc(maya, 'discard_file', { id: file.id })
  expect(await rowOf(file.id)).toBeUndefined()

  const sent = await attachWhole(maya)
  await reply(db, maya, ticket.number, { id: sent.message_key })
  await db.rpc(maya, 'discard_file', { id: sent.id })
  expect(await rowOf(sent.id)).toBeDefined()
})

test('files that nobody sent within a day are stale unless a draft holds them', async () => {
  const draft = newTicket()
  await db.rpc(maya, 'save_draft', draft)
  const held = await attach(maya, { ticket_id: draft.id, message_key: draft.id })
  const forgotten = await attach(maya)
  const fresh = await attach(maya)
  await db.owner(
    `update public.ticket_attachments set created_at = now() - interval '25 hours' where id in ($1, $2)`,
    [held.id, forgotten.id],
  )
  const stale = async () =>
    (await db.as<{ object_name: string }>('service', 'select * from public.stale_files()')).map(
      (row) => row.object_name,
    )
  expect(await stale()).toEqual([`${ticket.id}/${forgotten.id}`])
  await db.rpc(maya, 'discard_draft', { id: draft.id })
  expect(await stale()).toContain(`${draft.id}/${held.id}`)
  expect(await stale()).not.toContain(`${ticket.id}/${fresh.id}`)
})

test('the bucket is private and refuses files over 50 MB itself', async () => {
  const buckets = await db.owner('select public, file_size_limit from storage.buckets')
  expect(buckets.map((row) => [row.public, Number(row.file_size_limit)])).toEqual([
    [false, 52_428_800],
  ])
})
