import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestDatabase, type Person, type Row, type TestDatabase } from './harness'
import { addNote, newTicket, openTicket, reply, solvedFor, ticketPage } from './ticket-builder'

let db: TestDatabase
let maya: Person
let ines: Person
beforeAll(async () => {
  db = await openTestDatabase()
  maya = await db.addPerson('Maya Lindqvist')
  ines = await db.addPerson('Ines Okafor', 'agent')
  await confirm(maya)
  await confirm(ines)
})
afterAll(() => db?.close())
beforeEach(() => db.owner('delete from public.notifications'))

const confirm = (person: Person) =>
  db.owner('update auth.users set email_confirmed_at = now() where id = $1', [person.id])
const outbox = () =>
  db.owner<{ kind: string; about: Row; to_address: string; channel: string }>(
    'select kind, about, to_address, channel from public.notifications order by created_at, kind, channel',
  )
const told = async () => (await outbox()).map(({ kind, about }) => [kind, about.status ?? null])
const empty = () => db.owner('delete from public.notifications')
const act = (person: Person, verb: string, ticket_number: number) =>
  db.rpc(person, verb, { ticket_number })

test('whoever opens a ticket is told that we have it, once, however often the form is sent', async () => {
  const form = newTicket()
  const number = await db.rpc<number>(maya, 'open_ticket', form)
  await db.rpc(maya, 'open_ticket', form)
  expect(await outbox()).toEqual([
    { kind: 'ticket_received', about: { ticket: number }, to_address: maya.email, channel: 'mail' },
  ])
})

test('a reply of staff is told; the own reply and a note are not', async () => {
  const { number } = await openTicket(db, maya)
  await empty()
  await reply(db, maya, number)
  await addNote(db, ines, number, 'Nobody is told')
  expect(await told()).toEqual([])
  const message = { id: randomUUID() }
  await reply(db, ines, number, message)
  await reply(db, ines, number, message)
  expect(await told()).toEqual([['ticket_reply', 'pending']])
})

test.each(['solved', 'on_hold', 'pending'])(
  'a reply that sets the status %s is one notice that says both',
  async (next_status) => {
    const { number } = await openTicket(db, maya)
    await empty()
    await reply(db, ines, number, { next_status })
    expect(await told()).toEqual([['ticket_reply', next_status]])
  },
)

test('a status that is set without a reply is told, and work that begins is not', async () => {
  const { number } = await openTicket(db, maya)
  await empty()
  await act(ines, 'take_ticket', number)
  await act(ines, 'release_ticket', number)
  expect(await told()).toEqual([])
  await db.owner(`update public.tickets set status = 'solved' where number = $1`, [number])
  expect(await told()).toEqual([['ticket_status', 'solved']])
})

test('what the requester did is no news, except that the ticket is open again', async () => {
  const { number } = await openTicket(db, maya)
  await empty()
  await act(maya, 'close_ticket', number)
  expect(await told()).toEqual([])
  await act(maya, 'reopen_ticket', number)
  await act(maya, 'reopen_ticket', number)
  expect(await told()).toEqual([['ticket_reopened', null]])
  await act(maya, 'close_ticket', number)
  await empty()
  await reply(db, maya, number)
  expect(await told()).toEqual([['ticket_reopened', null]])
})

test('a follow-up is received as any ticket; a week that goes by is no news', async () => {
  const { number } = await openTicket(db, maya)
  await act(maya, 'close_ticket', number)
  await solvedFor(db, number, '8 days')
  await empty()
  await db.rpc('service', 'close_solved_tickets')
  expect(await told()).toEqual([])
  const followUp = await reply(db, maya, number)
  expect(await outbox()).toMatchObject([{ kind: 'ticket_received', about: { ticket: followUp } }])
})

test('nothing that anybody typed is in the outbox', async () => {
  const typed = 'Win at evil.example'
  const { number } = await openTicket(db, maya, { subject: typed, description: typed })
  await reply(db, ines, number, { body: typed, next_status: 'solved' })
  await reply(db, maya, number, { body: typed })
  expect(await told()).toHaveLength(3)
  expect(JSON.stringify(await outbox())).not.toContain('evil')
})

test('nothing goes to an address that nobody has confirmed', async () => {
  const tomas = await db.addPerson('Tomas Berg')
  const { number } = await openTicket(db, tomas)
  await reply(db, ines, number)
  expect(await told()).toEqual([])
})

test('the choices are honoured: no mail, SMS', async () => {
  const noor = await db.addPerson('Noor Haddad')
  await confirm(noor)
  await db.owner(
    `update auth.users set phone = '46701230009', phone_confirmed_at = now() where id = $1`,
    [noor.id],
  )
  await empty()
  const choose = (mail: boolean, sms: boolean) =>
    db.rpc(noor, 'choose_notifications', { topic: 'tickets', mail, sms })
  await choose(false, false)
  const { number } = await openTicket(db, noor)
  expect(await told()).toEqual([])
  await choose(false, true)
  await reply(db, ines, number, { next_status: 'solved' })
  expect(await outbox()).toEqual([
    {
      kind: 'ticket_reply',
      about: { ticket: number, status: 'solved' },
      to_address: '+46701230009',
      channel: 'sms',
    },
  ])
})

test('tickets that are brought from elsewhere are told to nobody', async () => {
  await db.owner(
    `insert into public.tickets (id, requester_id, subject, category, created_at)
      values (gen_random_uuid(), $1, 'An old one', 'other', now() - interval '3 weeks')`,
    [maya.id],
  )
  expect(await told()).toEqual([])
})

test('what was sent stands in the history, for its requester and staff; a failure does not', async () => {
  const { number } = await openTicket(db, maya)
  const deliver = async (error: string | null = null) => {
    for (const { id } of await db.as<{ id: string }>(
      'service',
      'select id from public.claim_notifications()',
    )) {
      await db.rpc('service', 'finish_notification', { id, error })
    }
  }
  const notices = async (reader: Person) =>
    (await ticketPage(db, reader, number))!.events
      .filter(({ kind }) => kind === 'notice')
      .map(({ before, after, actor }) => [before, after, actor])
  await deliver('Connection refused')
  expect(await notices(maya)).toEqual([])
  await db.owner('update public.notifications set next_attempt_at = now()')
  await deliver()
  await reply(db, ines, number)
  await deliver()
  const sent = [
    ['mail', 'ticket_received', null],
    ['mail', 'ticket_reply', null],
  ]
  expect(await notices(maya)).toEqual(sent)
  expect(await notices(ines)).toEqual(sent)
  await empty()
  expect(await notices(maya)).toEqual(sent)
})

test('a notice about a ticket to somebody else stays with the team', async () => {
  const { number } = await openTicket(db, maya)
  await empty()
  await db.rpc('service', 'enqueue_notification', {
    kind: 'ticket_reopened',
    about: { ticket: number },
    person_id: ines.id,
  })
  const [claimed] = await db.as<{ id: string }>(
    'service',
    'select id from public.claim_notifications()',
  )
  await db.rpc('service', 'finish_notification', { id: claimed?.id })
  const kinds = async (reader: Person) =>
    (await ticketPage(db, reader, number))!.events.map(({ kind }) => kind)
  expect(await kinds(maya)).toEqual(['opened'])
  expect(await kinds(ines)).toEqual(['opened', 'notice'])
})
