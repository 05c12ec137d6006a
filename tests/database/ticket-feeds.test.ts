import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, refusal, type Person, type TestDatabase } from './harness'
import { addNote, openTicket, reply } from './ticket-builder'

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

const newToken = () => randomBytes(16).toString('base64url')
const make = (person: Person, ticket_number: number, token = newToken()) =>
  db.rpc(person, 'make_ticket_feed', { ticket_number, token }).then(() => token)
const read = (ticket_number: number, token: string | null) =>
  db.rpc<{ entries: { body?: string; kind?: string }[] } | null>('anonymous', 'ticket_feed', {
    ticket_number,
    token,
  })

test('a feed is read with its token by anybody, and holds what the requester could read', async () => {
  const { number } = await openTicket(db, maya)
  await reply(db, ines, number, { body: 'Our answer' })
  await addNote(db, ines, number, 'Our note')
  const token = await make(maya, number)
  const feed = await read(number, token)
  expect(feed).toMatchObject({ number, status: 'pending' })
  expect(feed?.entries.map(({ body, kind }) => body ?? kind).sort()).toEqual(
    ['Our answer', 'opened', 'status', expect.stringContaining('password')].sort(),
  )
  expect(JSON.stringify(feed)).not.toMatch(/Our note|assignee|example\.com/)
})

test('the token stands nowhere in the database', async () => {
  const { id, number } = await openTicket(db, maya)
  const token = await make(maya, number)
  const [row] = await db.owner('select * from public.ticket_feeds where ticket_id = $1', [id])
  expect(JSON.stringify(row)).not.toContain(token)
  const visible = db.as(maya, 'select token_hash from public.ticket_feeds')
  expect(await refusal(visible)).toMatchObject({ code: '42501' })
})

test('a wrong token, a token of another ticket and none are all nothing', async () => {
  const [one, other] = [await openTicket(db, maya), await openTicket(db, maya)]
  const token = await make(maya, one.number)
  await make(maya, other.number)
  for (const wrong of [newToken(), '', null, token.slice(0, -1), `${token}x`]) {
    expect(await read(one.number, wrong)).toBeNull()
  }
  expect(await read(other.number, token)).toBeNull()
  expect(await read(999_999, token)).toBeNull()
})

test('a new address ends the old one, and ending ends it, as often as one likes', async () => {
  const { number } = await openTicket(db, maya)
  const [first, second] = [await make(maya, number), await make(maya, number)]
  expect(await read(number, first)).toBeNull()
  expect(await read(number, second)).toMatchObject({ number })
  for (let times = 0; times < 2; times += 1) {
    await db.rpc(maya, 'end_ticket_feed', { ticket_number: number })
    expect(await read(number, second)).toBeNull()
  }
})

test.each(['make_ticket_feed', 'end_ticket_feed'])(
  '%s of a ticket of somebody else is not found, for staff neither',
  async (name) => {
    const { number } = await openTicket(db, maya)
    const token = await make(maya, number)
    for (const person of [tomas, ines]) {
      const args = { ticket_number: number, ...(name === 'make_ticket_feed' ? { token } : {}) }
      const refused = await refusal(db.rpc(person, name, args))
      expect(refused).toMatchObject({ code: 'PT404', message: 'There is no such ticket.' })
    }
    expect(await read(number, token)).toMatchObject({ number })
  },
)

test.each(['', 'short', 'x'.repeat(21), `${'x'.repeat(21)}=`, 'x'.repeat(23)])(
  '%j is no token of 128 bits',
  async (token) => {
    const { number } = await openTicket(db, maya)
    expect(await refusal(make(maya, number, token))).toMatchObject({
      code: '22023',
      message: 'ticket_feeds_token',
    })
  },
)

test('a feed ends with the account, and rests while the account is banned', async () => {
  const noor = await db.addPerson('Noor Haddad')
  const { number } = await openTicket(db, noor)
  const token = await make(noor, number)
  const ban = (until: string | null) =>
    db.owner('update auth.users set banned_until = $2 where id = $1', [noor.id, until])
  await ban('2999-01-01T00:00:00Z')
  expect(await read(number, token)).toBeNull()
  await ban(null)
  expect(await read(number, token)).toMatchObject({ number })
  await db.owner('delete from auth.users where id = $1', [noor.id])
  expect(await read(number, token)).toBeNull()
  expect(
    await db.owner(
      'select 1 from public.ticket_feeds f join public.tickets t on t.id = f.ticket_id where t.number = $1',
      [number],
    ),
  ).toEqual([])
})
