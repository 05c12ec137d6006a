import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type Person, type Row, type TestDatabase } from './harness'
import { openTicket, reply } from './ticket-builder'

let db: TestDatabase
let maya: Person
let ines: Person
beforeAll(async () => {
  db = await openTestDatabase()
  maya = await db.addPerson('Maya Lindqvist')
  ines = await db.addPerson('Ines Okafor', 'agent')
})
afterAll(() => db?.close())

type List = { total: number; tickets: { number: number }[]; categories: { slug: string }[] }
const list = (person: Person, args: Row = {}) => db.rpc<List>(person, 'my_tickets', args)
const numbers = ({ tickets }: List) => tickets.map(({ number }) => number)

test("the own list holds the own tickets, for staff too, with the form's categories", async () => {
  const hers = await openTicket(db, maya)
  const own = await openTicket(db, ines)
  await db.rpc(ines, 'take_ticket', { ticket_number: hers.number })
  const found = await list(ines)
  expect(found).toMatchObject({ total: 1 })
  expect(numbers(found)).toEqual([own.number])
  expect(numbers(await list(maya))).toEqual([hers.number])
  const active = await db.owner<{ slug: string }>(
    'select slug from public.categories where active order by position, name',
  )
  expect(found.categories.map(({ slug }) => slug)).toEqual(active.map(({ slug }) => slug))
})

test('the own list finds, filters and sorts', async () => {
  const noor = await db.addPerson('Noor Haddad')
  const [one, two] = [
    await openTicket(db, noor, { subject: 'Zyzzyva', priority: 'low' }),
    await openTicket(db, noor, { subject: 'Quokka', priority: 'urgent' }),
  ]
  const wanted: [Row, number[], total?: number][] = [
    [{ search: 'zyzz' }, [one.number]],
    [{ priority: 'urgent' }, [two.number]],
    [{ sort: 'priority' }, [two.number, one.number]],
    [{ sort: 'oldest', page_size: 1, page: 2 }, [two.number], 2],
    [{ from_date: '2999-01-01' }, []],
    [{ search: '%_\\' }, []],
  ]
  for (const [args, expected, total = expected.length] of wanted) {
    const found = await list(noor, args)
    expect({ total: found.total, numbers: numbers(found) }).toEqual({ total, numbers: expected })
  }
})

test('an export of the own list has the own tickets, for staff too', async () => {
  const hers = await openTicket(db, maya, { subject: 'Of Maya alone' })
  await db.rpc(ines, 'take_ticket', { ticket_number: hers.number })
  const own = JSON.stringify(await db.rpc(ines, 'export_tickets', { view: 'own' }))
  expect(own).not.toContain('Of Maya alone')
  const taken = JSON.stringify(await db.rpc(ines, 'export_tickets', { view: 'mine' }))
  expect(taken).toContain('Of Maya alone')
})

const berlin = (text: string) => `${text} Europe/Berlin`

// Worked out by hand from the calendar; the office is open Monday to Friday, 9:00 to 17:30 in Berlin.
test.each([
  ['within a day', '2026-03-10 09:12', '2026-03-10 11:42', 150],
  ['before it opens', '2026-03-10 06:00', '2026-03-10 09:30', 30],
  ['in the night', '2026-03-10 18:00', '2026-03-11 08:59', 0],
  ['over a night', '2026-03-10 16:00', '2026-03-11 10:00', 150],
  ['over a weekend', '2026-03-13 16:30', '2026-03-16 09:30', 90],
  ['on a weekend', '2026-03-14 10:00', '2026-03-15 16:00', 0],
  ['a whole week', '2026-03-09 00:00', '2026-03-16 00:00', 2_550],
  ['when clocks go forward', '2026-03-27 16:00', '2026-03-30 10:00', 150],
  ['when clocks go back', '2026-10-23 16:00', '2026-10-26 10:00', 150],
  ['on a leap day', '2028-02-29 09:00', '2028-02-29 17:00', 480],
  ['when the clock jumped back', '2026-03-10 12:00', '2026-03-10 11:00', 0],
])('office hours %s: from %s to %s are %s minutes', async (_when, from, to, minutes) => {
  const [row] = await db.owner<{ minutes: string }>(
    'select private.office_minutes($1::timestamptz, $2::timestamptz) as minutes',
    [berlin(from), berlin(to)],
  )
  expect(Number(row?.minutes)).toBe(minutes)
})

test('figures count in office hours, by month and category', async () => {
  const kim = await db.addPerson('Kim Aas')
  const { id, number } = await openTicket(db, kim)
  await reply(db, ines, number, { next_status: 'solved' })
  // From a Friday to a Monday; messages are never changed, so their guard rests meanwhile.
  await db.owner('alter table public.ticket_messages disable trigger user')
  await db.owner(
    `update public.tickets set created_at = '2026-03-13 16:00 Europe/Berlin', updated_at = now(),
      solved_at = '2026-03-16 11:00 Europe/Berlin' where id = $1`,
    [id],
  )
  await db.owner(
    `update public.ticket_messages set created_at = '2026-03-16 10:00 Europe/Berlin'
      where ticket_id = $1 and id <> $1`,
    [id],
  )
  await db.owner('alter table public.ticket_messages enable trigger user')
  expect(await db.rpc(kim, 'my_ticket_figures')).toMatchObject({
    total: 1,
    done: 1,
    response: 66 * 60,
    resolution: 67 * 60,
    office: { response: 150, resolution: 210 },
    hours: {
      time_zone: 'Europe/Berlin',
      days: [1, 2, 3, 4, 5],
      opens: '9:00',
      closes: '17:30',
      day_minutes: 510,
      has_holidays: false,
    },
    categories: [{ name: 'Signing in', opened: 1, response: 150, resolution: 210 }],
  })
  expect(await db.rpc(kim, 'office_minutes_of_ticket', { ticket_number: number })).toBe(210)
  expect(await db.rpc(maya, 'office_minutes_of_ticket', { ticket_number: number })).toBeNull()
})

/** As the operator writes it, for one test: the row is put back after it. */
async function withOfficeHours(changes: string, then: () => Promise<void>) {
  await db.as('service', `update public.office_hours set ${changes}`)
  try {
    await then()
  } finally {
    await db.as(
      'service',
      `update public.office_hours set time_zone = default, days = default, opens = default,
        closes = default, holidays = default`,
    )
  }
}

const minutesBetween = async (from: string, to: string) => {
  const [row] = await db.owner<{ minutes: string }>(
    'select private.office_minutes($1::timestamptz, $2::timestamptz) as minutes',
    [from, to],
  )
  return Number(row?.minutes)
}

test('the operator says on which days, at which hours and where the office is open', async () => {
  const changes = `time_zone = 'America/New_York', days = '{6,7}', opens = '10:00', closes = '24:00'`
  await withOfficeHours(changes, async () => {
    // The clocks of New York go forward in the night to 8 March 2026, a Sunday.
    expect(await minutesBetween('2026-03-06 00:00Z', '2026-03-10 00:00Z')).toBe(2 * 14 * 60)
    expect(await minutesBetween('2026-03-08 13:59Z', '2026-03-08 14:10Z')).toBe(10)
    expect(await db.rpc(maya, 'my_ticket_figures')).toMatchObject({
      hours: { days: [6, 7], opens: '10:00', closes: '24:00', day_minutes: 840 },
    })
  })
})

test('nobody counts as waiting on a holiday', async () => {
  const easter = `holidays = '{2026-04-03,2026-04-06}'`
  await withOfficeHours(easter, async () => {
    expect(await minutesBetween(berlin('2026-04-02 17:00'), berlin('2026-04-07 9:30'))).toBe(60)
    expect(await db.rpc(maya, 'my_ticket_figures')).toMatchObject({ hours: { has_holidays: true } })
  })
})

test.each([
  ['a zone that there is not', `time_zone = 'Mars/Olympus'`],
  ['a day that there is not', `days = '{0,8}'`],
  ['no day', `days = '{}'`],
  ['an end before its beginning', `opens = '18:00'`],
])('office hours with %s are refused', async (_what, changes) => {
  await expect(db.as('service', `update public.office_hours set ${changes}`)).rejects.toThrow()
})

test('who is no operator cannot change the office hours', async () => {
  await expect(db.as(ines, `update public.office_hours set opens = '8:00'`)).rejects.toThrow(
    /permission denied/,
  )
})
