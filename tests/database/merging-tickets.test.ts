import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, refusal, type Person, type TestDatabase } from './harness'
import { addNote, attachFile, openTicket, reply, solvedFor, ticketPage } from './ticket-builder'

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

test('a reply to a merged ticket goes where the matter goes on, however often it was merged', async () => {
  const one = await openTicket(db, maya)
  const two = await openTicket(db, maya)
  const three = await openTicket(db, maya)
  await merge(one.number, two.number)
  await merge(two.number, three.number)
  await reply(db, ines, three.number, { next_status: 'solved' })
  const id = randomUUID()
  expect(await reply(db, maya, one.number, { id, body: 'Still so.' })).toBe(three.number)
  expect(await reply(db, maya, one.number, { id, body: 'Still so.' })).toBe(three.number)

  const page = await ticketPage(db, maya, three.number)
  expect(page?.ticket.status).toBe('open')
  expect(page?.messages.filter(({ body }) => body === 'Still so.')).toHaveLength(1)
  expect((await ticketPage(db, maya, one.number))?.messages.at(-1)?.body).not.toBe('Still so.')
})

test('where the other ticket is closed by now, the reply opens a follow-up of that one', async () => {
  const from = await openTicket(db, maya)
  const into = await openTicket(db, maya)
  await merge(from.number, into.number)
  await reply(db, ines, into.number, { next_status: 'solved' })
  await solvedFor(db, into.number, '8 days')
  const landed = await reply(db, maya, from.number, { body: 'Again' })
  expect([from.number, into.number]).not.toContain(landed)
  const page = await ticketPage(db, maya, landed)
  expect(page?.ticket.follow_up_of).toBe(into.number)
})

test("a reply never gets into a stranger's ticket, and staff find it from there", async () => {
  const from = await openTicket(db, maya)
  const into = await openTicket(db, tomas)
  const last = await openTicket(db, maya)
  await merge(from.number, into.number)
  // Their way leads through a stranger's ticket: it ends before that.
  await merge(into.number, last.number)
  const landed = await reply(db, maya, from.number, { body: 'And mine?' })
  expect((await ticketPage(db, maya, landed))?.ticket).toMatchObject({
    requester: { id: maya.id },
    follow_up_of: from.number,
  })
  for (const other of [into, last]) {
    const page = await ticketPage(db, ines, other.number)
    expect(page?.messages.map(({ body }) => body)).not.toContain('And mine?')
  }
  const seen = (await ticketPage(db, ines, into.number))?.events.at(-1)
  expect(seen).toMatchObject({ kind: 'follow_up', after: String(landed) })
  const own = await ticketPage(db, tomas, into.number)
  expect(own?.events.map(({ kind }) => kind)).not.toContain('follow_up')
  expect(await refusal(reply(db, tomas, from.number))).toMatchObject({ code: 'PT404' })
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

/** A reply of Maya's with two files, and the arguments to split it off. */
async function replyWithFiles() {
  const { id: ticket_id, number } = await openTicket(db, maya)
  const message_id = randomUUID() as string
  for (const name of ['one.png', 'two.png']) {
    const file = { id: randomUUID(), ticket_id, message_key: message_id, name, size: 9 }
    await attachFile(db, maya, { ...file, content_type: 'image/png' })
  }
  await reply(db, maya, number, { id: message_id })
  return { number, args: { ticket_number: number, message_id, id: randomUUID() as string } }
}

type Copy = { from: string; to: string }
const announce = (person: Person, args: object) =>
  db.rpc<Copy[]>(person, 'announce_split_files', { ...args })
const upload = (person: Person, { to }: Copy) =>
  db.as(person, `insert into storage.objects (bucket_id, name) values ('ticket-attachments', $1)`, [
    to,
  ])
const filesOf = async (person: Person, number: number, message: string) =>
  (await ticketPage(db, person, number))?.messages
    .find(({ id }) => id === message)
    ?.attachments.map(({ name }) => name)

test('a split ticket has copies of the files in its own folder, and the message keeps its own', async () => {
  const { number, args } = await replyWithFiles()
  const copies = await announce(ines, args)
  expect(copies).toHaveLength(2)
  for (const { to } of copies) expect(to.startsWith(`${args.id}/`)).toBe(true)
  for (const copy of copies) await upload(ines, copy)
  expect(await announce(ines, args)).toEqual([])
  const made = await db.rpc<number>(ines, 'split_ticket', { ...args, subject: 'Two' })
  expect(await announce(ines, args)).toEqual([])

  for (const person of [maya, ines]) {
    expect(await filesOf(person, made, args.id)).toEqual(['one.png', 'two.png'])
    expect(await filesOf(person, number, args.message_id)).toEqual(['one.png', 'two.png'])
  }
  const names = copies.map(({ to }) => to)
  const readable = `select name from storage.objects where name = any ($1)`
  expect(await db.as(maya, readable, [names])).toHaveLength(2)
  expect(await db.as(tomas, readable, [names])).toHaveLength(0)
  const owners = `select distinct uploaded_by from public.ticket_attachments where object_name = any ($1)`
  expect(await db.owner(owners, [names])).toEqual([{ uploaded_by: maya.id }])
  // A day later they are no leftovers, since they belong to a message.
  await db.owner(`update public.ticket_attachments set created_at = now() - interval '2 days'`)
  expect(await db.as('service', 'select * from public.stale_files()')).toEqual([])
})

test('what was announced and never split is in no ticket, and is swept', async () => {
  const { args } = await replyWithFiles()
  const [first, second] = await announce(ines, args)
  await upload(ines, first!)
  expect(await refusal(upload(noor, second!))).toMatchObject({ code: '42501' })
  expect(await announce(ines, args)).toEqual([second])
  await db.owner(`update public.ticket_attachments set created_at = now() - interval '2 days'`)
  const stale = await db.as<{ object_name: string }>(
    'service',
    'select object_name from public.stale_files()',
  )
  expect(stale.map(({ object_name }) => object_name).toSorted()).toEqual(
    [first!.to, second!.to].toSorted(),
  )
})

test('customers announce nothing, and nobody the files of another message', async () => {
  const { args } = await replyWithFiles()
  expect(await refusal(announce(maya, args))).toMatchObject({ code: 'PT403' })
  const other = await openTicket(db, tomas)
  const foreign = { ...args, ticket_number: other.number }
  expect(await refusal(announce(ines, foreign))).toMatchObject({ code: 'PT404' })
})
