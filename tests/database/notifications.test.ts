import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestDatabase, refusal, type Person, type Row, type TestDatabase } from './harness'

let db: TestDatabase
let maya: Person
beforeAll(async () => {
  db = await openTestDatabase()
  maya = await db.addPerson('Maya Lindqvist')
})
afterAll(() => db?.close())
beforeEach(() => db.owner('delete from public.notifications'))

const enqueue = (args: Row) =>
  db.rpc<number>('service', 'enqueue_notification', { kind: 'welcome', ...args })
const toStranger = (changes: Row = {}) => enqueue({ to_address: 'eve@example.com', ...changes })
const claim = (args: Row = {}) =>
  db.as<{ id: string; to_address: string; channel: string; attempts: number }>(
    'service',
    `select * from public.claim_notifications(
      batch => coalesce($1::integer, 10), lease_seconds => coalesce($2::integer, 300))`,
    [args.batch ?? null, args.lease_seconds ?? null],
  )
const finish = (id: string, args: Row = {}) =>
  db.rpc('service', 'finish_notification', { id, ...args })
const queue = () =>
  db.owner(
    'select channel, to_address, kind, state, attempts, last_error from public.notifications',
  )

/** As if the wait of every message were over. */
const later = () => db.owner(`update public.notifications set next_attempt_at = now()`)

async function personWith(name: string, { mail = false, phone = null as string | null }) {
  const person = await db.addPerson(name)
  await db.owner(
    `update auth.users set email = case when $2::boolean then email end, phone = $3,
      email_confirmed_at = case when $2::boolean then now() end,
      phone_confirmed_at = case when $3::text is not null then now() end where id = $1`,
    [person.id, mail, phone],
  )
  await db.owner('delete from public.notifications')
  return person
}

test('a message goes to the confirmed addresses that the person chose', async () => {
  const tomas = await personWith('Tomas Berg', { mail: true, phone: '46701230001' })
  expect(await enqueue({ person_id: tomas.id })).toBe(1)
  expect(await queue()).toMatchObject([{ channel: 'mail', to_address: tomas.email }])

  await db.rpc(tomas, 'choose_notifications', { topic: 'account', mail: false, sms: true })
  await db.owner('delete from public.notifications')
  expect(await enqueue({ person_id: tomas.id })).toBe(1)
  expect(await queue()).toMatchObject([{ channel: 'sms', to_address: '+46701230001' }])
})

test('nothing goes to an address that nobody has confirmed', async () => {
  expect(await enqueue({ person_id: maya.id, kind: 'new_device' })).toBe(0)
})

test('what concerns security reaches people without a mailbox by SMS', async () => {
  const eve = await personWith('Eve', { phone: '46701230002' })
  expect(await enqueue({ person_id: eve.id })).toBe(0)
  expect(await enqueue({ person_id: eve.id, kind: 'new_device' })).toBe(1)
  expect(await queue()).toMatchObject([{ channel: 'sms', to_address: '+46701230002' }])
})

test('security notices cannot be switched off, and choices are recorded', async () => {
  const off = db.rpc(maya, 'choose_notifications', { topic: 'security', mail: false, sms: false })
  expect(await refusal(off)).toMatchObject({
    code: '23514',
    message: expect.stringContaining('notification_choices_security_stays_on'),
  })
  await db.rpc(maya, 'choose_notifications', { topic: 'tickets', mail: true, sms: true })
  await db.rpc(maya, 'choose_notifications', { topic: 'tickets', mail: true, sms: true })
  expect(await db.as(maya, 'select * from public.my_notification_choices()')).toEqual([
    { topic: 'account', mail: true, sms: false, always_on: false },
    { topic: 'security', mail: true, sms: false, always_on: true },
    { topic: 'tickets', mail: true, sms: true, always_on: false },
  ])
  const { events } = await db.rpc<{ events: Row[] }>(maya, 'my_activity', {
    kind: 'notices_changed',
  })
  expect(events).toMatchObject([{ detail: { topic: 'tickets', mail: true, sms: true } }])
})

test('a confirmed address is welcomed once', async () => {
  const noor = await db.addPerson('Noor Haddad')
  const confirm = (at: string | null) =>
    db.owner('update auth.users set email_confirmed_at = $2 where id = $1', [noor.id, at])
  await confirm('2026-01-01T00:00:00Z')
  await confirm(null)
  await confirm('2026-01-02T00:00:00Z')
  expect(await queue()).toMatchObject([{ kind: 'welcome', to_address: noor.email }])
})

test('a message with a key that was used before is not queued again', async () => {
  expect(await toStranger({ dedupe_key: 'once' })).toBe(1)
  expect(await toStranger({ dedupe_key: 'once' })).toBe(0)
})

test.each(['eve@example.com,b@example.com', 'eve@example.com\r\nBcc: b@example.com', 'a b', ''])(
  '%j is not an address',
  async (to_address) => {
    expect(await refusal(toStranger({ to_address }))).toMatchObject({ code: '23514' })
  },
)

test('a claimed message belongs to its claimer until the claim ends', async () => {
  await toStranger()
  const [mine] = await claim()
  expect(mine).toMatchObject({ to_address: 'eve@example.com', attempts: 1 })
  expect(await claim()).toEqual([])
  await later()
  expect(await claim()).toMatchObject([{ id: mine?.id, attempts: 2 }])
})

test('claims at the same time take different messages', async () => {
  for (let count = 0; count < 20; count += 1) await toStranger()
  const claims = await Promise.all(Array.from({ length: 5 }, () => claim({ batch: 4 })))
  const ids = claims.flat().map(({ id }) => id)
  expect(ids).toHaveLength(20)
  expect(new Set(ids).size).toBe(20)
})

test('a sent message stays sent', async () => {
  await toStranger()
  const [message] = await claim()
  await finish(message?.id ?? '')
  await later()
  expect(await claim()).toEqual([])
  await finish(message?.id ?? '', { error: 'too late' })
  expect(await queue()).toMatchObject([{ state: 'sent', last_error: null }])
})

test('a message that failed waits longer each time and is given up after ten attempts', async () => {
  await toStranger()
  const waits: number[] = []
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    const [message] = await claim()
    await finish(message?.id ?? '', { error: 'Connection refused' })
    const [row] = await db.owner<{ wait: number }>(
      `select round(extract(epoch from next_attempt_at - now()))::int as wait from public.notifications`,
    )
    waits.push(row?.wait ?? 0)
    await later()
  }
  expect(waits.slice(0, 9)).toEqual([10, 40, 160, 640, 2560, 10240, 21600, 21600, 21600])
  expect(await claim()).toEqual([])
  expect(await queue()).toMatchObject([{ state: 'failed', last_error: 'Connection refused' }])
})

test('an address that does not exist is given up at once', async () => {
  await toStranger()
  const [message] = await claim()
  await finish(message?.id ?? '', { error: 'No such mailbox', permanent: true })
  expect(await queue()).toMatchObject([{ state: 'failed' }])
})

test('messages that are done are forgotten after 90 days, and nothing else', async () => {
  await toStranger({ dedupe_key: 'done' })
  const [message] = await claim()
  await finish(message?.id ?? '')
  await toStranger({ dedupe_key: 'waiting' })
  await db.owner(`update public.notifications set created_at = now() - interval '91 days'`)
  expect(await db.rpc('service', 'sweep_notifications')).toBe(1)
  expect(await queue()).toMatchObject([{ state: 'queued' }])
})
