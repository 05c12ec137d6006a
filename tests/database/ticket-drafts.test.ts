import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, refusal, type Person, type TestDatabase } from './harness'
import { newTicket, openTicket } from './ticket-builder'

let db: TestDatabase
let maya: Person
let tomas: Person
beforeAll(async () => {
  db = await openTestDatabase()
  maya = await db.addPerson('Maya Lindqvist')
  tomas = await db.addPerson('Tomas Berg')
})
afterAll(() => db?.close())

const draftOf = async (person: Person, id: string) =>
  (await db.as(person, 'select * from public.ticket_drafts where id = $1', [id]))[0]

test('a draft keeps what was typed, and saving it again replaces it', async () => {
  const draft = newTicket({ subject: 'First' })
  await db.rpc(maya, 'save_draft', draft)
  await db.rpc(maya, 'save_draft', { ...draft, subject: 'Second' })
  expect(await draftOf(maya, draft.id)).toMatchObject({
    owner_id: maya.id,
    subject: 'Second',
    description: draft.description,
    category: 'signing-in',
    priority: 'normal',
  })
})

test('a draft keeps text that could not be sent', async () => {
  const draft = newTicket({
    subject: 'x'.repeat(500),
    description: 'y'.repeat(50_000),
    category: 'no-such',
    priority: '',
  })
  await db.rpc(maya, 'save_draft', draft)
  expect(await draftOf(maya, draft.id)).toMatchObject({
    subject: draft.subject,
    description: draft.description,
    category: null,
    priority: 'normal',
  })
})

test('nobody saves over, reads or discards the draft of somebody else', async () => {
  const draft = newTicket()
  await db.rpc(maya, 'save_draft', draft)
  expect(await refusal(db.rpc(tomas, 'save_draft', draft))).toMatchObject({
    code: 'PT404',
    message: 'There is no such draft.',
  })
  await db.rpc(tomas, 'discard_draft', { id: draft.id })
  expect(await draftOf(tomas, draft.id)).toBeUndefined()
  expect(await draftOf(maya, draft.id)).toMatchObject({ subject: draft.subject })
})

test('a discarded draft is gone, and discarding it again is no error', async () => {
  const draft = newTicket()
  await db.rpc(maya, 'save_draft', draft)
  await db.rpc(maya, 'discard_draft', { id: draft.id })
  await db.rpc(maya, 'discard_draft', { id: draft.id })
  expect(await draftOf(maya, draft.id)).toBeUndefined()
})

test('a ticket that was sent cannot become a draft again', async () => {
  const { id } = await openTicket(db, maya)
  expect(await refusal(db.rpc(maya, 'save_draft', newTicket({ id })))).toMatchObject({
    code: 'PT409',
    message: 'This ticket was already sent.',
  })
  expect(await refusal(db.rpc(tomas, 'save_draft', newTicket({ id })))).toMatchObject({
    code: 'PT404',
  })
})

test.each([
  ['ticket_drafts_subject_length', { subject: 'x'.repeat(1001) }],
  ['ticket_drafts_description_length', { description: 'x'.repeat(100_001) }],
])('%s keeps a draft from growing without end', async (constraint, changes) => {
  expect(await refusal(db.rpc(maya, 'save_draft', newTicket(changes)))).toMatchObject({
    code: '23514',
    message: expect.stringContaining(`"${constraint}"`),
  })
})

test('somebody without an account has no drafts', async () => {
  const nobody = { ...maya, id: randomUUID() }
  expect(await refusal(db.rpc(nobody, 'save_draft', newTicket()))).toMatchObject({
    code: 'PT403',
    message: 'Sign in first.',
  })
})
