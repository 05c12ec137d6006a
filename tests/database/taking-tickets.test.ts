import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, refusal, type Person, type TestDatabase } from './harness'
import { getTicket, openTicket } from './ticket-builder'

let db: TestDatabase
let maya: Person
let ines: Person
let noor: Person
let per: Person
beforeAll(async () => {
  db = await openTestDatabase()
  maya = await db.addPerson('Maya Lindqvist')
  ines = await db.addPerson('Ines Okafor', 'agent')
  noor = await db.addPerson('Noor Haddad', 'agent')
  per = await db.addPerson('Per Dahl', 'admin')
})
afterAll(() => db?.close())

const act = (person: Person, verb: string, ticketNumber: number) =>
  db.rpc(person, verb, { ticket_number: ticketNumber })

test('of two agents who take a ticket at once, one is told who was faster', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { number } = await openTicket(db, maya)
    const takes = [ines, noor].map((agent) => act(agent, 'take_ticket', number))
    const outcomes = await Promise.allSettled(takes)
    expect(outcomes.filter(({ status }) => status === 'rejected')).toMatchObject([
      {
        reason: {
          code: 'PT409',
          message: expect.stringMatching(/^(Ines Okafor|Noor Haddad) already took this ticket\.$/),
        },
      },
    ])
  }
})

test('taking a new ticket opens it; taking it again changes nothing', async () => {
  const { number } = await openTicket(db, maya)
  await act(ines, 'take_ticket', number)
  const taken = await getTicket(db, ines, number)
  expect(taken).toMatchObject({ status: 'open', assignee: { id: ines.id }, version: 2 })
  await act(ines, 'take_ticket', number)
  expect(await getTicket(db, ines, number)).toEqual(taken)
})

test('agents release their own tickets, admins any', async () => {
  const { number } = await openTicket(db, maya)
  await act(ines, 'take_ticket', number)
  expect(await refusal(act(noor, 'release_ticket', number))).toMatchObject({
    code: 'PT409',
    message: 'This ticket belongs to Ines Okafor.',
  })
  await act(per, 'release_ticket', number)
  await act(per, 'release_ticket', number)
  expect(await getTicket(db, ines, number)).toMatchObject({ assignee: null, status: 'open' })
})

test.each(['take_ticket', 'release_ticket'])('customers cannot call %s', async (verb) => {
  const { number } = await openTicket(db, maya)
  expect(await refusal(act(maya, verb, number))).toMatchObject({ code: 'PT403' })
})
