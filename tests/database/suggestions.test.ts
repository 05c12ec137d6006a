import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, refusal, type Person, type TestDatabase } from './harness'
import { newTicket, openTicket } from './ticket-builder'

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

const SHOWN = [{ path: '/kb/tickets/add-files', revision: 'a'.repeat(64) }]
const shown = JSON.stringify(SHOWN)

const recorded = async (id: string) =>
  (await db.owner('select outcome, shown from public.deflections where ticket_id = $1', [id]))[0]

test('a ticket that is sent is noted with what had been shown, once', async () => {
  const ticket = newTicket()
  const send = () => db.rpc<number>(maya, 'send_ticket', { ...ticket, shown })
  expect(await send()).toBe(await send())
  expect(await recorded(ticket.id)).toEqual({ outcome: 'submitted', shown: SHOWN })
})

test('a ticket that cannot be opened is not noted as sent', async () => {
  const ticket = newTicket({ category: 'no-such' })
  const sent = db.rpc(maya, 'send_ticket', { ...ticket, shown })
  expect((await refusal(sent)).message).toBe('tickets_category_active')
  expect(await recorded(ticket.id)).toBeUndefined()
})

test('"This solved it" discards the draft and is noted once', async () => {
  const draft = newTicket()
  await db.rpc(maya, 'save_draft', draft)
  expect(await db.rpc(maya, 'solve_draft', { draft_id: draft.id, shown })).toBe(true)
  expect(await db.rpc(maya, 'solve_draft', { draft_id: draft.id, shown: '[]' })).toBe(false)
  expect(await recorded(draft.id)).toEqual({ outcome: 'confirmed', shown: SHOWN })
  expect(await db.owner('select 1 from public.ticket_drafts where id = $1', [draft.id])).toEqual([])
})

test('who sends it after all was not helped', async () => {
  const draft = newTicket()
  await db.rpc(maya, 'save_draft', draft)
  await db.rpc(maya, 'solve_draft', { draft_id: draft.id, shown })
  await db.rpc(maya, 'send_ticket', { ...draft, shown: '[]' })
  expect(await recorded(draft.id)).toEqual({ outcome: 'submitted', shown: SHOWN })
})

test('nobody solves or sends the draft of somebody else', async () => {
  const draft = newTicket()
  await db.rpc(maya, 'save_draft', draft)
  expect(await db.rpc(tomas, 'solve_draft', { draft_id: draft.id, shown })).toBe(false)
  expect((await refusal(db.rpc(tomas, 'send_ticket', { ...draft, shown }))).code).toBe('PT404')
  expect(await recorded(draft.id)).toBeUndefined()
})

test('what was shown is a list of bearable length', async () => {
  const send = (list: string) => db.rpc(maya, 'send_ticket', { ...newTicket(), shown: list })
  expect((await refusal(send('{}'))).code).toBe('23514')
  expect((await refusal(send(JSON.stringify(Array(21).fill(1))))).code).toBe('23514')
})

test("similar tickets are the person's own, also for staff", async () => {
  const { number } = await openTicket(db, maya, { subject: 'The export ends at row 2,000' })
  await openTicket(db, maya, { subject: 'A quite different matter' })
  const similar = (person: Person) =>
    db.rpc(person, 'similar_tickets', { subject: 'Export ends at row 3,000' })
  expect(await similar(maya)).toEqual([
    { number, subject: 'The export ends at row 2,000', status: 'new' },
  ])
  expect(await similar(tomas)).toEqual([])
  expect(await similar(ines)).toEqual([])
})
