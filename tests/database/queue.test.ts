import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, refusal, type Person, type Row, type TestDatabase } from './harness'
import { addNote, openTicket, reply } from './ticket-builder'

type Line = Row & { number: number; subject: string }
type Page = {
  total: number
  tickets: Line[]
  counts: Record<string, number>
  team: Row[]
  categories: Row[]
  tags: string[]
  macros: Row[]
}

let db: TestDatabase
let maya: Person
let tomas: Person
let ines: Person
let noor: Person

/** Five tickets of Maya's and one of Tomas's; what each is, its subject says. */
beforeAll(async () => {
  db = await openTestDatabase()
  maya = await db.addPerson('Maya Lindqvist')
  tomas = await db.addPerson('Tomas Berg')
  ines = await db.addPerson('Ines Okafor', 'agent')
  noor = await db.addPerson('Noor Haddad', 'agent')

  const fresh = await openTicket(db, maya, { subject: 'Nobody has begun', priority: 'low' })
  const taken = await openTicket(db, maya, { subject: 'Taken by Ines', priority: 'urgent' })
  await db.rpc(ines, 'take_ticket', { ticket_number: taken.number })
  const pending = await openTicket(db, maya, { subject: 'Waits for Maya', category: 'other' })
  await reply(db, ines, pending.number)
  await db.rpc(noor, 'update_ticket', { ticket_number: pending.number, tags: ['export'] })
  const held = await openTicket(db, maya, { subject: 'On hold at Noor', description: 'A quokka' })
  await reply(db, noor, held.number, { next_status: 'on_hold' })
  const solved = await openTicket(db, maya, { subject: 'Solved just now' })
  await reply(db, noor, solved.number, { next_status: 'solved' })
  await openTicket(db, tomas, { subject: 'Newest of all' })
  await addNote(db, noor, fresh.number, 'Smells of a zeppelin')
})
afterAll(() => db?.close())

const queue = (person: Person, args: Row = {}) => db.rpc<Page>(person, 'queue_page', args)
const subjects = async (person: Person, args: Row = {}) =>
  (await queue(person, args)).tickets.map(({ subject }) => subject)

test('a line of the queue has what an agent wants to know of a ticket', async () => {
  const { total, tickets } = await queue(ines, { view: 'pending' })
  expect(total).toBe(1)
  expect(tickets).toEqual([
    {
      number: expect.any(Number),
      version: expect.any(Number),
      subject: 'Waits for Maya',
      status: 'pending',
      priority: 'normal',
      category: 'Something else',
      requester: { id: maya.id, name: 'Maya Lindqvist' },
      assignee: { id: ines.id, name: 'Ines Okafor' },
      tags: ['export'],
      waiting_since: null,
      last_reply: { by: { id: ines.id, name: 'Ines Okafor' }, at: expect.any(String) },
    },
  ])
})

const VIEWS: [view: string, ofInes: string[]][] = [
  ['mine', ['Taken by Ines', 'Waits for Maya']],
  ['unassigned', ['Nobody has begun', 'Newest of all']],
  ['new', ['Nobody has begun', 'Newest of all']],
  ['waiting', ['Nobody has begun', 'Taken by Ines', 'Newest of all']],
  ['pending', ['Waits for Maya']],
  ['on_hold', ['On hold at Noor']],
  ['solved_today', ['Solved just now']],
]

test.each(VIEWS)('the view %s has %o, and its count says how many', async (view, expected) => {
  const { total, tickets, counts } = await queue(ines, { view })
  expect(tickets.map(({ subject }) => subject)).toEqual(expected)
  expect(total).toBe(expected.length)
  expect(counts[view]).toBe(expected.length)
})

test('all has every ticket: first what waits longest, then what changed last', async () => {
  const everything = await subjects(ines, { view: 'all' })
  expect(everything.slice(0, 3)).toEqual(['Nobody has begun', 'Taken by Ines', 'Newest of all'])
  expect(everything.slice(3)).toEqual(['Solved just now', 'On hold at Noor', 'Waits for Maya'])
  expect(await subjects(ines, { view: 'no-such' })).toEqual(everything)
})

test('counts are of the views, whatever the filters of the page', async () => {
  const { total, counts } = await queue(ines, { view: 'new', priority: 'low' })
  expect(total).toBe(1)
  expect(counts).toMatchObject({ mine: 2, new: 2, all: 6 })
  expect((await queue(noor)).counts).toMatchObject({ mine: 1, unassigned: 2 })
})

test.each<[Row, string[]]>([
  [{ status: 'on_hold' }, ['On hold at Noor']],
  [{ priority: 'urgent' }, ['Taken by Ines']],
  [{ category: 'other' }, ['Waits for Maya']],
  [{ assignee: 'nobody', status: 'new', priority: 'low' }, ['Nobody has begun']],
  [{ tag: 'export' }, ['Waits for Maya']],
  [{ tag: 'unheard of' }, []],
  [{ status: 'lost' }, []],
  [{ from_date: '2020-01-01', to_date: '2020-01-31' }, []],
])('the filter %o finds %o', async (filter, expected) => {
  expect(await subjects(ines, filter)).toEqual(expected)
})

test('the filter by assignee finds what a colleague has', async () => {
  expect((await subjects(ines, { assignee: noor.id })).sort()).toEqual([
    'On hold at Noor',
    'Solved just now',
  ])
})

test('days are days of creation in the zone of the person who asks', async () => {
  await db.rpc(noor, 'update_profile', { name: noor.name, time_zone: 'Pacific/Kiritimati' })
  await db.owner(
    `update public.tickets set created_at = '2026-03-01T11:30:00Z' where subject = $1`,
    ['Newest of all'],
  )
  const day = (date: string) => ({ from_date: date, to_date: date })
  expect(await subjects(ines, day('2026-03-01'))).toEqual(['Newest of all'])
  expect(await subjects(noor, day('2026-03-01'))).toEqual([])
  expect(await subjects(noor, day('2026-03-02'))).toEqual(['Newest of all'])
})

test.each([
  ['quokka', ['On hold at Noor']],
  ['zeppelin', ['Nobody has begun']],
  ['tomas BERG', ['Newest of all']],
  ['tomas.berg.', ['Newest of all']],
  ['%', []],
  [`'); drop table public.tickets; --`, []],
])('searching for %s finds %o', async (search, expected) => {
  expect(await subjects(ines, { search })).toEqual(expected)
})

test('a ticket is found by its number', async () => {
  const [line] = (await queue(ines, { view: 'on_hold' })).tickets
  expect(await subjects(ines, { search: `#${line?.number}` })).toEqual(['On hold at Noor'])
})

test.each([
  ['priority', ['Taken by Ines', 'Newest of all', 'Nobody has begun']],
  ['newest', ['Taken by Ines', 'Nobody has begun', 'Newest of all']],
  ['oldest', ['Newest of all', 'Nobody has begun', 'Taken by Ines']],
])('sorted by %s, what waits comes as %o', async (sort, expected) => {
  expect(await subjects(ines, { view: 'waiting', sort })).toEqual(expected)
})

test('pages have no overlap and no gap, and any page number will do', async () => {
  const pages = await Promise.all([1, 2, 3].map((page) => queue(ines, { page, page_size: 2 })))
  expect(pages.flatMap(({ tickets }) => tickets.map(({ subject }) => subject))).toEqual(
    await subjects(ines),
  )
  expect((await queue(ines, { page: -1, page_size: 0 })).tickets).toHaveLength(1)
  expect((await queue(ines, { page: 2_147_483_647, page_size: 100 })).tickets).toEqual([])
})

test('with the page comes what its filters and its bulk change offer', async () => {
  await db.owner(
    `insert into public.macros (name, next_status, active) values ('Park', 'on_hold', true), ('Old', 'open', false)`,
  )
  const { team, categories, tags, macros } = await queue(ines)
  expect(tags).toEqual(['export'])
  expect(macros).toEqual([{ id: expect.any(String), name: 'Park' }])
  expect(team).toEqual([
    { id: ines.id, name: 'Ines Okafor' },
    { id: noor.id, name: 'Noor Haddad' },
  ])
  expect(categories[0]).toEqual({ slug: 'signing-in', name: 'Signing in' })
})

test('the queue is for staff alone', async () => {
  expect(await refusal(queue(maya))).toMatchObject({ code: 'PT403' })
  expect(await refusal(db.rpc('anonymous', 'queue_page'))).toMatchObject({ code: '42501' })
})

test('a ticket waits from its opening, whatever the customer adds, until staff have done their part', async () => {
  const { number } = await openTicket(db, maya)
  const wait = async () => {
    const [ticket] = await db.owner<{ since: string | null; last: string; changed: string }>(
      `select waiting_since::text as since, last_message_at::text as last, updated_at::text as changed
        from public.tickets where number = $1`,
      [number],
    )
    return ticket!
  }
  const opened = (await wait()).since
  await reply(db, maya, number, { body: 'And another thing.' })
  expect((await wait()).since).toBe(opened)
  await reply(db, ines, number, { next_status: 'open' })
  const answered = await wait()
  expect(answered.since).toBe(answered.last)
  await reply(db, ines, number, { next_status: 'pending' })
  expect((await wait()).since).toBeNull()
  await reply(db, maya, number)
  const back = await wait()
  expect(back.since).toBe(back.changed)
})
