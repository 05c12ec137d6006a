import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestDatabase, refusal, type Person, type Row, type TestDatabase } from './harness'

let db: TestDatabase
let maya: Person
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db?.close())
beforeEach(async () => {
  maya = await db.addPerson('Maya Lindqvist')
})

const laptop = { browser: 'Firefox', system: 'Linux', address: '192.0.2.7', country: 'SE' }
const note = (person: Person, device: Row = laptop) =>
  db.rpc('service', 'note_device', { session_id: person.sessionId, ...device })
const viewer = async (person: Person) => (await db.as(person, 'select * from public.viewer()'))[0]
const devices = (person: Person) => db.as(person, 'select * from public.my_devices()')

/** The same person in another session. */
async function elsewhere(person: Person): Promise<Person> {
  const sessionId = randomUUID()
  await db.owner('insert into auth.sessions (id, user_id) values ($1, $2)', [sessionId, person.id])
  await db.owner(
    `insert into auth.refresh_tokens (id, token, user_id, session_id)
      values (gen_random_uuid()::text, gen_random_uuid()::text, $1, $2)`,
    [person.id, sessionId],
  )
  return { ...person, sessionId }
}

const refreshTokens = (person: Person) =>
  db.owner('select 1 from auth.refresh_tokens where session_id = $1', [person.sessionId])

test('a session is a device once the server has noted it', async () => {
  expect(await viewer(maya)).toMatchObject({ device_noted: false })
  await note(maya)
  expect(await viewer(maya)).toMatchObject({ device_noted: true })
  expect(await devices(maya)).toMatchObject([
    {
      session_id: maya.sessionId,
      browser: 'Firefox',
      system: 'Linux',
      country: 'SE',
      current: true,
    },
  ])
})

test('noting a device tells whether it is the first, a known one or a new one', async () => {
  expect(await note(maya, { ...laptop, key: 'k1' })).toEqual({ first: true, known: false })
  const again = await elsewhere(maya)
  expect(await note(again, { ...laptop, address: '203.0.113.1', key: 'k1' })).toEqual({
    first: false,
    known: true,
  })
  const sameBrowser = await elsewhere(maya)
  expect(await note(sameBrowser)).toEqual({ first: false, known: true })
  const phone = await elsewhere(maya)
  expect(await note(phone, { ...laptop, system: 'Android', key: 'k2' })).toEqual({
    first: false,
    known: false,
  })
  const stranger = await db.addPerson('Tomas Berg')
  expect(await note(stranger, { ...laptop, key: 'k1' })).toEqual({ first: true, known: false })
})

test('a device of a session that is gone is refused', async () => {
  const gone = note({ ...maya, sessionId: randomUUID() })
  expect(await refusal(gone)).toMatchObject({ code: 'PT404' })
})

test('a person signs out on another device, and that one is out at its next request', async () => {
  const other = await elsewhere(maya)
  await note(maya)
  await note(other, { ...laptop, system: 'Android' })
  await db.rpc(maya, 'end_session', { session_id: other.sessionId })

  expect(await viewer(other)).toBeUndefined()
  expect(await refreshTokens(other)).toEqual([])
  expect(await viewer(maya)).toMatchObject({ id: maya.id })
  expect(await devices(maya)).toHaveLength(1)
  const [ended] = await db.owner('select ended_at from public.devices where session_id = $1', [
    other.sessionId,
  ])
  expect(ended?.ended_at).not.toBeNull()
  const { events } = await db.rpc<{ events: Row[] }>(maya, 'my_activity')
  expect(events).toMatchObject([
    {
      kind: 'signed_out_elsewhere',
      address: '192.0.2.7',
      detail: { sessions: 1, system: 'Android' },
    },
  ])
})

test('the session of somebody else answers as one that does not exist, and lives on', async () => {
  const tomas = await db.addPerson('Tomas Berg')
  const end = (session_id: string) => refusal(db.rpc(maya, 'end_session', { session_id }))
  const foreign = await end(tomas.sessionId)
  expect(foreign).toMatchObject({ code: 'PT404' })
  expect((await end(randomUUID())).message).toBe(foreign.message)
  expect(await viewer(tomas)).toMatchObject({ id: tomas.id })
})

test('signing out everywhere else leaves this session and those of others', async () => {
  const tomas = await db.addPerson('Tomas Berg')
  const others = [await elsewhere(maya), await elsewhere(maya)]
  expect(await db.rpc(maya, 'end_other_sessions')).toBe(2)
  for (const other of others) expect(await viewer(other)).toBeUndefined()
  expect(await viewer(maya)).toMatchObject({ id: maya.id })
  expect(await viewer(tomas)).toMatchObject({ id: tomas.id })
  expect(await db.rpc(maya, 'end_other_sessions')).toBe(0)
})

test('the server signs a person out everywhere', async () => {
  const other = await elsewhere(maya)
  expect(await db.rpc('service', 'end_sessions_of', { person_id: maya.id })).toBe(2)
  expect(await viewer(maya)).toBeUndefined()
  expect(await viewer(other)).toBeUndefined()
})

test.each([
  ['an hour without a request', { idle: '61 minutes', age: '61 minutes' }, false],
  ['less than that', { idle: '59 minutes', age: '61 minutes' }, true],
  ['ten hours after its start, however busy', { idle: '0 minutes', age: '601 minutes' }, false],
])('with limits of one hour and ten, a session after %s', async (_what, { idle, age }, lives) => {
  await db.as(
    'service',
    'update public.session_limits set idle_minutes = 60, absolute_minutes = 600',
  )
  const session = await elsewhere(maya)
  await note(session)
  await db.owner(
    `update auth.sessions set created_at = now() - $2::interval, updated_at = now() - $2::interval
      where id = $1`,
    [session.sessionId, age],
  )
  await db.owner(
    `update public.devices set last_seen_at = now() - $2::interval where session_id = $1`,
    [session.sessionId, idle],
  )
  expect((await viewer(session)) !== undefined).toBe(lives)
  expect(await refreshTokens(session)).toHaveLength(lives ? 1 : 0)
})

test('each request keeps a device seen, to the minute', async () => {
  await note(maya)
  const secondsAgo = async (seconds: number) => {
    await db.owner(
      'update public.devices set last_seen_at = now() - make_interval(secs => $2) where session_id = $1',
      [maya.sessionId, seconds],
    )
    await viewer(maya)
    const [row] = await db.owner<{ ago: number }>(
      `select extract(epoch from now() - last_seen_at)::int as ago from public.devices
        where session_id = $1`,
      [maya.sessionId],
    )
    return row?.ago
  }
  expect(await secondsAgo(45)).toBeGreaterThanOrEqual(45)
  expect(await secondsAgo(75)).toBeLessThan(45)
})
