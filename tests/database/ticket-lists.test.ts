import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, refusal, type Person, type Row, type TestDatabase } from './harness'
import { addNote, openTicket, reply, solvedFor } from './ticket-builder'

type List = { total: number; tickets: (Row & { number: number; subject: string })[] }

let db: TestDatabase
let maya: Person
let tomas: Person
let ines: Person
let noor: Person

/** Maya's four tickets and one of Tomas's, oldest first. */
beforeAll(async () => {
  db = await openTestDatabase()
  maya = await db.addPerson('Maya Lindqvist')
  tomas = await db.addPerson('Tomas Berg')
  ines = await db.addPerson('Ines Okafor', 'agent')
  noor = await db.addPerson('Noor Haddad', 'agent')

  const password = await openTicket(db, maya, { subject: 'Password refused', priority: 'low' })
  const invoice = await openTicket(db, maya, { subject: 'Invoice 100%_wrong', category: 'other' })
  await openTicket(db, maya, {
    subject: 'Export',
    description: 'Broken umlauts',
    priority: 'urgent',
  })
  const solved = await openTicket(db, maya, { subject: 'Solved long ago' })
  await openTicket(db, tomas, { subject: 'Password of Tomas' })

  await reply(db, ines, invoice.number, { next_status: 'on_hold' })
  await reply(db, noor, solved.number, { next_status: 'solved' })
  await solvedFor(db, solved.number, '1 day')
  await addNote(db, ines, password.number, 'Looks like a zeppelin')
  await reply(db, maya, password.number, { body: 'I am reading the manuals' })
  await db.owner(
    `update public.tickets set created_at = '2026-03-01T23:30:00Z' where number = $1`,
    [password.number],
  )
})
afterAll(() => db?.close())

const list = (person: Person, args: Row = {}) => db.rpc<List>(person, 'my_tickets', args)
const taken = async (person: Person, view: string) =>
  (await db.rpc<{ subject: string }[]>(person, 'export_tickets', { view })).map(
    ({ subject }) => subject,
  )
const subjects = async (person: Person, args: Row = {}) =>
  (await list(person, args)).tickets.map((ticket) => ticket.subject)

test('a ticket in a list has what a table shows of it', async () => {
  const { total, tickets } = await list(maya, { search: 'invoice' })
  expect(total).toBe(1)
  expect(tickets[0]).toEqual({
    number: expect.any(Number),
    subject: 'Invoice 100%_wrong',
    status: 'on_hold',
    priority: 'normal',
    category: { slug: 'other', name: 'Something else' },
    created_at: expect.any(String),
    updated_at: expect.any(String),
    last_reply_by: 'staff',
  })
})

test.each(['own', 'mine', 'all', 'unassigned', 'new', 'no-such', ''])(
  'customers take their own tickets along and no others, also with the view "%s"',
  async (view) => {
    expect(await taken(maya, view)).toHaveLength(4)
    expect(await taken(tomas, view)).toEqual(['Password of Tomas'])
  },
)

test.each([
  ['mine', ['Invoice 100%_wrong']],
  ['unassigned', ['Export', 'Password of Tomas', 'Password refused']],
  ['new', ['Export', 'Password of Tomas', 'Password refused']],
  ['on_hold', ['Invoice 100%_wrong']],
  ['solved', ['Solved long ago']],
  ['open', []],
  ['pending', []],
  ['no-such', ['Invoice 100%_wrong']],
])('the view %s of an agent has %o', async (view, expected) => {
  expect((await taken(ines, view)).sort()).toEqual(expected)
})

test('the view all has every ticket', async () => {
  expect(await taken(ines, 'all')).toHaveLength(5)
})

test.each([
  [{ status: 'on_hold' }, ['Invoice 100%_wrong']],
  [{ priority: 'urgent' }, ['Export']],
  [{ category: 'other' }, ['Invoice 100%_wrong']],
  [{ status: 'new', priority: 'low' }, ['Password refused']],
  [{ from_date: '2026-03-02', to_date: '2026-03-02' }, ['Password refused']],
  [{ from_date: '2026-03-01', to_date: '2026-03-01' }, []],
])('the filter %o finds %o', async (filter, expected) => {
  expect(await subjects(maya, filter)).toEqual(expected)
})

test('dates are days in the time zone of the person who asks', async () => {
  const day = { from_date: '2026-03-02', to_date: '2026-03-02' }
  await db.rpc(maya, 'update_profile', { name: maya.name, time_zone: 'America/Chicago' })
  expect(await subjects(maya, day)).toEqual([])
  await db.rpc(maya, 'update_profile', { name: maya.name })
  expect(await subjects(maya, day)).toEqual(['Password refused'])
})

test.each([
  ['refused', ['Password refused']],
  ['ORD REF', ['Password refused']],
  ['umlaut', ['Export']],
  ['manual', ['Password refused']],
  ['%', ['Invoice 100%_wrong']],
  ['_', ['Invoice 100%_wrong']],
  ['\\', []],
  ['zeppelin', []],
  ['"unbalanced', []],
  [`'); drop table public.tickets; --`, []],
  [':*&|!', []],
  ['x'.repeat(10_000), []],
])('searching for %s finds %o', async (search, expected) => {
  expect(await subjects(maya, { search })).toEqual(expected)
})

test('a ticket is found by its number, with or without the sign', async () => {
  const [ticket] = (await list(maya, { search: 'export' })).tickets
  expect(await subjects(maya, { search: `#${ticket?.number}` })).toEqual(['Export'])
  expect(await subjects(maya, { search: `${ticket?.number}` })).toEqual(['Export'])
  expect(await subjects(tomas, { search: `${ticket?.number}` })).toEqual([])
})

test.each([
  ['priority', ['Export', 'Solved long ago', 'Invoice 100%_wrong', 'Password refused']],
  ['created', ['Solved long ago', 'Export', 'Invoice 100%_wrong', 'Password refused']],
  ['oldest', ['Password refused', 'Invoice 100%_wrong', 'Export', 'Solved long ago']],
])('sorted by %s, the tickets come in that order', async (sort, expected) => {
  expect(await subjects(maya, { sort })).toEqual(expected)
})

test('an unknown sort is sorting by change, and is never run as SQL', async () => {
  const byChange = await subjects(maya, { sort: 'changed' })
  expect(await subjects(maya, { sort: 't.number; drop table public.tickets' })).toEqual(byChange)
  expect(await subjects(maya, { sort: null, status: 'lost', category: 'none' })).toEqual(byChange)
})

test('pages have no overlap and no gap, and the total is of all of them', async () => {
  const pages = await Promise.all(
    [1, 2, 3].map((page) => list(maya, { sort: 'created', page, page_size: 2 })),
  )
  expect(pages.map(({ total }) => total)).toEqual([4, 4, 4])
  expect(pages.flatMap(({ tickets }) => tickets.map((ticket) => ticket.subject))).toEqual(
    await subjects(maya, { sort: 'created' }),
  )
})

test.each([{ page: 0 }, { page: -5 }, { page_size: 0 }, { page: 2_147_483_647, page_size: 100 }])(
  'the page %o is no error',
  async (args) => {
    expect((await list(maya, args)).total).toBe(4)
  },
)

test('somebody without an account has no list', async () => {
  const nobody = { ...maya, id: '00000000-0000-4000-8000-000000000000' }
  expect(await refusal(list(nobody))).toMatchObject({ code: 'PT403' })
  expect(await refusal(db.rpc('anonymous', 'my_tickets'))).toMatchObject({ code: '42501' })
})
