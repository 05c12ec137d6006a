import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, refusal, type Person, type TestDatabase } from './harness'
import { getTicket, openTicket, reply, solvedFor, ticketPage } from './ticket-builder'

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
afterAll(() => db?.close())

const statuses = ['new', 'open', 'pending', 'on_hold', 'solved', 'closed']

/** A ticket of Maya's that came to a status by the moves of every day. */
async function ticketThatIs(status: string) {
  const { number } = await openTicket(db, maya)
  if (status === 'closed') await reply(db, ines, number, { next_status: 'solved' })
  else if (status !== 'new') await reply(db, ines, number, { next_status: status })
  if (status === 'closed') {
    await db.owner(`update public.tickets set status = 'closed' where number = $1`, [number])
  }
  return number
}

const act = (person: Person, verb: string, ticketNumber: number) =>
  db.rpc(person, verb, { ticket_number: ticketNumber })

/** Where each status may go; everything else is refused, whoever asks. */
const moves: Record<string, string[]> = {
  new: ['open', 'pending', 'on_hold', 'solved', 'closed'],
  open: ['pending', 'on_hold', 'solved', 'closed'],
  pending: ['open', 'on_hold', 'solved', 'closed'],
  on_hold: ['open', 'pending', 'solved', 'closed'],
  solved: ['open', 'pending', 'on_hold', 'closed'],
  closed: [],
}

test.each(statuses)(
  'a ticket that is %s goes where its status may go, and nowhere else',
  async (from) => {
    for (const to of statuses.filter((status) => status !== from)) {
      const number = await ticketThatIs(from)
      const moved = db.owner('update public.tickets set status = $2 where number = $1', [
        number,
        to,
      ])
      if (moves[from]?.includes(to)) await moved
      else {
        expect(await refusal(moved)).toMatchObject({
          code: '23514',
          message: 'tickets_status_transition',
          detail: `${from} to ${to}`,
        })
      }
    }
  },
)

test('a status that does not exist is refused', async () => {
  const { number } = await openTicket(db, maya)
  const moved = db.owner(`update public.tickets set status = 'lost' where number = $1`, [number])
  expect(await refusal(moved)).toMatchObject({ code: '23514' })
})

test.each([
  ['new', 'new'],
  ['open', 'open'],
  ['pending', 'open'],
  ['on_hold', 'open'],
  ['solved', 'open'],
])("a customer's reply to a %s ticket leaves it %s", async (from, to) => {
  const number = await ticketThatIs(from)
  expect(await reply(db, maya, number)).toBe(number)
  expect(await getTicket(db, maya, number)).toMatchObject({ status: to, solved_at: null })
})

test('a customer cannot choose a status with a reply', async () => {
  const number = await ticketThatIs('pending')
  await reply(db, maya, number, { next_status: 'solved' })
  expect(await getTicket(db, maya, number)).toMatchObject({ status: 'open' })
})

test.each([
  [null, 'pending'],
  ['open', 'open'],
  ['on_hold', 'on_hold'],
  ['solved', 'solved'],
])(
  "an agent's reply with the next status %s leaves the ticket %s and theirs",
  async (next, status) => {
    const { number } = await openTicket(db, maya)
    await reply(db, ines, number, { next_status: next })
    expect(await getTicket(db, maya, number)).toMatchObject({ status, assignee: { id: ines.id } })
  },
)

test.each(['new', 'closed', 'lost'])(
  'an agent cannot reply with the next status %s',
  async (next) => {
    const { number } = await openTicket(db, maya)
    const refused = await refusal(reply(db, ines, number, { next_status: next }))
    expect(refused).toMatchObject({ code: '22023', message: 'tickets_next_status' })
    expect((await ticketPage(db, maya, number))?.messages).toHaveLength(1)
  },
)

test('a reply of another agent does not take the ticket away', async () => {
  const { number } = await openTicket(db, maya)
  await act(ines, 'take_ticket', number)
  await reply(db, noor, number)
  expect(await getTicket(db, maya, number)).toMatchObject({ assignee: { id: ines.id } })
})

test('a ticket solved within the week is reopened, by a reply or by its button', async () => {
  for (const reopen of [
    (number: number) => reply(db, maya, number),
    (number: number) => act(maya, 'reopen_ticket', number),
  ]) {
    const number = await ticketThatIs('solved')
    await solvedFor(db, number, '6 days 23 hours')
    await reopen(number)
    expect(await getTicket(db, maya, number)).toMatchObject({ status: 'open', solved_at: null })
  }
})

test.each([
  ['solved more than a week ago', (number: number) => solvedFor(db, number, '7 days 1 minute')],
  [
    'closed',
    (number: number) =>
      db.owner(`update public.tickets set status = 'closed' where number = $1`, [number]),
  ],
])('a reply to a ticket that was %s opens one linked follow-up', async (_case, finish) => {
  const number = await ticketThatIs('solved')
  await finish(number)
  const before = await getTicket(db, maya, number)
  const message = { id: randomUUID(), body: 'It happens again.' }

  const followUp = await reply(db, maya, number, message)
  expect(followUp).not.toBe(number)
  expect(await reply(db, maya, number, message)).toBe(followUp)

  expect(await ticketPage(db, maya, followUp)).toMatchObject({
    ticket: { id: message.id, status: 'new', subject: before.subject, follow_up_of: number },
    messages: [{ id: message.id, body: message.body }],
  })
  const old = await ticketPage(db, maya, number)
  expect(old?.ticket).toEqual(before)
  expect(old?.events.at(-1)).toMatchObject({ kind: 'follow_up', after: String(followUp) })

  expect(await refusal(act(maya, 'reopen_ticket', number))).toMatchObject({ code: 'PT409' })
  expect(await refusal(reply(db, ines, number))).toMatchObject({ code: 'PT409' })
})

test('closing and reopening twice is doing it once', async () => {
  const { number } = await openTicket(db, maya)
  await act(maya, 'close_ticket', number)
  const closed = await getTicket(db, maya, number)
  expect(closed).toMatchObject({ status: 'solved', solved_at: expect.any(String) })
  await act(maya, 'close_ticket', number)
  expect(await getTicket(db, maya, number)).toEqual(closed)
  await act(maya, 'reopen_ticket', number)
  await act(maya, 'reopen_ticket', number)
  expect(await getTicket(db, maya, number)).toMatchObject({ status: 'open', version: 3 })
})

test('only its requester closes and reopens a ticket', async () => {
  const { number } = await openTicket(db, maya)
  for (const verb of ['close_ticket', 'reopen_ticket']) {
    expect(await refusal(act(ines, verb, number))).toMatchObject({ code: 'PT403' })
    const foreign = await refusal(act(tomas, verb, number))
    const unknown = await refusal(act(tomas, verb, 999_999))
    expect([foreign.code, foreign.message]).toEqual(['PT404', unknown.message])
  }
})

test('the portal closes what was solved more than a week ago, and only that', async () => {
  const [old, fresh] = [await ticketThatIs('solved'), await ticketThatIs('solved')]
  await solvedFor(db, old, '8 days')
  await db.rpc('service', 'close_solved_tickets')
  expect(await getTicket(db, maya, old)).toMatchObject({ status: 'closed' })
  expect(await getTicket(db, maya, fresh)).toMatchObject({ status: 'solved' })
  expect((await ticketPage(db, maya, old))?.events.at(-1)).toMatchObject({
    kind: 'status',
    actor: null,
    after: 'closed',
  })
  expect(await db.rpc('service', 'close_solved_tickets')).toBe(0)
})
