import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestDatabase, refusal, type Person, type Row, type TestDatabase } from './harness'
import { newTicket, openTicket, reply } from './ticket-builder'

type Desk = {
  others: { name: string; replying: boolean }[]
  macros: { name: string }[]
  saved_replies: { title: string }[]
  team: { name: string }[]
  tags: string[]
  requester: { total: number; tickets: { number: number }[]; time_zone: string | null }
  similar: { number: number }[]
  shown: Row[]
}

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
})
beforeEach(() => db.owner('delete from public.presence'))
afterAll(() => db?.close())

const desk = (person: Person, number: number) =>
  db.rpc<Desk | null>(person, 'desk_ticket', { ticket_number: number })

test('whoever opens a ticket is seen there by the others for two minutes', async () => {
  const { number } = await openTicket(db, maya)
  expect((await desk(ines, number))?.others).toEqual([])
  expect((await desk(noor, number))?.others).toEqual([
    { id: ines.id, name: 'Ines Okafor', replying: false },
  ])
  await db.owner(`update public.presence set seen_at = now() - interval '121 seconds'`)
  expect((await desk(ines, number))?.others).toEqual([])
  expect(await db.rpc(noor, 'heartbeat', { ticket_number: number })).toMatchObject({
    others: [{ name: 'Ines Okafor' }],
  })
})

test('who has saved a reply lately is replying, who has saved a note is not', async () => {
  const { number } = await openTicket(db, maya)
  await desk(noor, number)
  const note = { ticket_number: number, id: randomUUID(), body: 'Between us' }
  await db.rpc(noor, 'save_note_draft', note)
  expect((await desk(ines, number))?.others).toMatchObject([{ replying: false }])
  const begun = { ticket_number: number, id: randomUUID(), body: 'Dear Maya' }
  await db.rpc(noor, 'save_reply_draft', begun)
  expect((await desk(ines, number))?.others).toMatchObject([{ replying: true }])
  await db.owner(`update public.ticket_reply_drafts set updated_at = now() - interval '3 minutes'`)
  expect((await desk(ines, number))?.others).toMatchObject([{ replying: false }])
})

test('reply and note are kept together, and whoever changes the note is not replying', async () => {
  const { number } = await openTicket(db, maya)
  await desk(noor, number)
  const ids = { ticket_number: number, reply_id: randomUUID(), note_id: randomUUID() }
  await db.rpc(noor, 'save_desk_drafts', { ...ids, reply: 'Dear Maya', note: 'Hm' })
  await db.owner(`update public.ticket_reply_drafts set updated_at = now() - interval '3 minutes'`)
  await db.rpc(noor, 'save_desk_drafts', { ...ids, reply: 'Dear Maya', note: 'Hm, hm' })
  expect((await desk(ines, number))?.others).toMatchObject([{ replying: false }])
  expect(await db.rpc(noor, 'desk_page', { ticket_number: number })).toMatchObject({
    reply_draft: { id: ids.reply_id, body: 'Dear Maya' },
    note_draft: { id: ids.note_id, body: 'Hm, hm' },
  })
  await db.rpc(noor, 'save_desk_drafts', { ...ids, reply: null, note: ' ' })
  expect(await db.rpc(noor, 'desk_page', { ticket_number: number })).toMatchObject({
    reply_draft: { body: 'Dear Maya' },
    note_draft: null,
  })
})

test('the draft of a note stays a note, also when its id comes back as that of a reply', async () => {
  const { number } = await openTicket(db, maya)
  const draft = { ticket_number: number, id: randomUUID(), body: 'Between us' }
  await db.rpc(ines, 'save_note_draft', draft)
  await db.rpc(ines, 'save_reply_draft', { ...draft, body: 'Still between us' })
  await db.rpc('service', 'park_desk_drafts', {
    ...{ person_id: ines.id, ticket_number: number },
    ...{ reply_id: randomUUID(), reply: null, note_id: draft.id, note: 'At last' },
  })
  const rows = await db.as(
    ines,
    'select kind, body from public.ticket_reply_drafts where id = $1',
    [draft.id],
  )
  expect(rows).toEqual([{ kind: 'note', body: 'At last' }])
})

test('on a ticket of their own, staff get no note back as a reply', async () => {
  const { number } = await openTicket(db, ines)
  const draft = { ticket_number: number, id: randomUUID(), body: 'Between us' }
  await db.rpc(ines, 'save_note_draft', draft)
  const page = await db.rpc(ines, 'own_ticket_page', { ticket_number: number })
  expect(page).toMatchObject({ reply_draft: null })
})

test('the heartbeat names the newest message that everybody reads, and the latest of all', async () => {
  const { id, number } = await openTicket(db, maya)
  type Beat = { newest: string; latest: unknown; version: number }
  const beat = () => db.rpc<Beat>(ines, 'heartbeat', { ticket_number: number })
  const note = randomUUID()
  const { version } = await beat()
  await db.rpc(noor, 'add_internal_note', { ticket_number: number, id: note, body: 'Hm' })
  expect(await beat()).toMatchObject({
    newest: id,
    latest: { id: note, kind: 'note', author: { name: noor.name } },
    version,
  })
  const news = randomUUID()
  await reply(db, maya, number, { id: news })
  const after = await beat()
  expect(after).toMatchObject({ newest: news, latest: { id: news, author: { id: maya.id } } })
  expect(after.version).toBeGreaterThan(version)
})

test('customers get none of it', async () => {
  const { number } = await openTicket(db, maya)
  for (const [verb, args] of [
    ['desk_ticket', {}],
    ['heartbeat', {}],
    ['save_note_draft', { id: randomUUID(), body: 'x' }],
    ['save_desk_drafts', { reply_id: null, reply: 'x', note_id: null, note: 'x' }],
  ] as const) {
    const attempt = db.rpc(maya, verb, { ticket_number: number, ...args })
    expect(await refusal(attempt)).toMatchObject({ code: 'PT403' })
  }
})

test('around a ticket stand its requester’s others, those like it, and what was suggested before', async () => {
  const subject = 'The printer on the third floor is silent'
  const shown = [{ path: '/kb/tickets/add-files', revision: 'abc' }]
  const args = newTicket({ subject, shown: JSON.stringify(shown) })
  const number = await db.rpc<number>(tomas, 'send_ticket', args)
  const own = await openTicket(db, tomas, { subject: 'Something else altogether' })
  const alike = await openTicket(db, maya, { subject: 'The printer on the second floor is silent' })
  const page = await desk(ines, number)
  expect(page?.requester).toMatchObject({ total: 2, tickets: [{ number: own.number }] })
  expect(page?.similar.map((ticket) => ticket.number)).toEqual([alike.number])
  expect(page?.shown).toEqual(shown)
  expect(page?.team.map(({ name }) => name)).toEqual(['Ines Okafor', 'Noor Haddad'])
  expect(await desk(ines, 999_999)).toBeNull()
})

test('somebody who leaves the team looks at nothing any more', async () => {
  const leaving = await db.addPerson('Sam Reyes', 'agent')
  const { number } = await openTicket(db, maya)
  await desk(leaving, number)
  await db.rpc('service', 'set_role', { email: leaving.email, role: 'customer' })
  expect((await desk(ines, number))?.others).toEqual([])
})

test('what does not count any more is swept', async () => {
  const { number } = await openTicket(db, maya)
  await desk(ines, number)
  expect(await db.rpc('service', 'sweep_presence')).toBe(0)
  await db.owner(`update public.presence set seen_at = now() - interval '2 hours'`)
  expect(await db.rpc('service', 'sweep_presence')).toBe(1)
})
