import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestDatabase, refusal, type Person, type Row, type TestDatabase } from './harness'

type Page = { total: number; events: Row[] }

let db: TestDatabase
let maya: Person
let tomas: Person
let ines: Person
let per: Person
beforeAll(async () => {
  db = await openTestDatabase()
  maya = await db.addPerson('Maya Lindqvist')
  tomas = await db.addPerson('Tomas Berg')
  ines = await db.addPerson('Ines Okafor', 'agent')
  per = await db.addPerson('Per Dahl', 'admin')
  await db.owner('update auth.users set email_confirmed_at = now()')
})
afterAll(() => db?.close())
beforeEach(() => db.owner('delete from public.notifications'))

const record = (args: Row) => db.rpc<number>('service', 'record_security_event', args)
const activity = (person: Person, args: Row = {}) => db.rpc<Page>(person, 'my_activity', args)
const log = (args: Row = {}) => db.rpc<Page>(per, 'security_log', args)
const notices = () =>
  db.owner('select kind, to_address, about from public.notifications order by kind, to_address')

const here = {
  address: '192.0.2.7',
  country: 'SE',
  device: { browser: 'Firefox', system: 'Linux' },
}

test('people read what happened to their account and nobody else but admins does', async () => {
  const id = await record({ kind: 'sign_in', person_id: maya.id, ...here })
  expect((await activity(maya, { kind: 'sign_in' })).events).toEqual([
    { id, kind: 'sign_in', at: expect.any(String), ...here, detail: {}, actor: null },
  ])
  expect((await activity(tomas, { kind: 'sign_in' })).total).toBe(0)
  expect(await refusal(db.rpc(ines, 'security_log'))).toMatchObject({ code: 'PT403' })
  expect((await log({ person_id: maya.id, kind: 'sign_in' })).events).toMatchObject([
    { id, person: { id: maya.id, name: maya.name, email: maya.email } },
  ])
})

test('people do not read the address of whoever failed to sign in, admins do', async () => {
  await record({ kind: 'sign_in_failed', person_id: maya.id, ...here })
  const shown = await activity(maya, { kind: 'sign_in_failed' })
  expect(shown.events).toMatchObject([{ address: null, country: 'SE' }])
  expect((await log({ kind: 'sign_in_failed' })).events).toMatchObject([{ address: here.address }])
  const direct = db.as(maya, 'select address from public.security_events')
  expect(await refusal(direct)).toMatchObject({ code: '42501' })
})

test('the address of an admin who acts on an account stays out of its log', async () => {
  await record({ kind: 'signed_out_elsewhere', person_id: tomas.id, actor_id: per.id, ...here })
  const [event] = (await activity(tomas, { kind: 'signed_out_elsewhere' })).events
  expect(event).toMatchObject({ address: null, actor: { id: per.id, name: per.name } })
})

test('events come newest first, page by page', async () => {
  const ids: number[] = []
  for (let count = 0; count < 5; count += 1) {
    ids.unshift(await record({ kind: 'sign_out', person_id: tomas.id }))
  }
  const page = async (number: number) => {
    const { total, events } = await activity(tomas, {
      kind: 'sign_out',
      page: number,
      page_size: 2,
    })
    expect(total).toBe(5)
    return events.map(({ id }) => id)
  }
  expect([...(await page(1)), ...(await page(2)), ...(await page(3))]).toEqual(ids)
})

test.each([
  ['an address', '198.51.100.9', 1],
  ['a network', '198.51.100.0/24', 1],
  ['another network', '203.0.113.0/24', 0],
  ['part of a name', 'lindq', 1],
  ['part of an email address', 'maya.lind', 1],
  ['a wildcard, which is a sign like any other', '%', 0],
])('admins find events by %s', async (_what, search, total) => {
  const known = await log({ kind: 'export_taken' })
  if (known.total === 0) {
    await record({ kind: 'export_taken', person_id: maya.id, ...here, address: '198.51.100.9' })
  }
  expect((await log({ kind: 'export_taken', search })).total).toBe(total)
})

test('nobody changes or removes an event, not even the server', async () => {
  await record({ kind: 'sign_in', person_id: maya.id, ...here })
  for (const change of [
    `update public.security_events set kind = 'sign_out'`,
    `update public.security_events set address = '203.0.113.1'`,
    `update public.security_events set detail = '{"a": 1}'`,
    `delete from public.security_events`,
  ]) {
    expect(await refusal(db.as('service', change))).toMatchObject({ code: '42501' })
    expect(await refusal(db.owner(change))).toMatchObject({ code: '42501' })
  }
})

test('an unknown kind is refused', async () => {
  const call = record({ kind: 'coffee', person_id: maya.id })
  expect(await refusal(call)).toMatchObject({ code: '23514' })
})

test.each(['new_device', 'password_changed', 'export_taken', 'account_locked', 'threat'])(
  'the person is told of %s, with device and country and without the address',
  async (kind) => {
    await record({ kind, person_id: maya.id, ...here, detail: { rule: 'x', typed: 'Buy!' } })
    const mine = (await notices()).filter(({ to_address }) => to_address === maya.email)
    expect(mine).toMatchObject([{ kind, about: { device: here.device, country: 'SE' } }])
    expect(JSON.stringify(mine)).not.toMatch(/192\.0\.2\.7|Buy!/)
  },
)

test.each(['sign_in', 'sign_out', 'sign_in_failed', 'password_reset_asked'])(
  'nobody is told of %s',
  async (kind) => {
    await record({ kind, person_id: maya.id })
    expect(await notices()).toEqual([])
  },
)

test('admins are told of a threat, also when it concerns no account', async () => {
  await record({ kind: 'threat', detail: { rule: 'one_address_many_accounts' } })
  expect(await notices()).toMatchObject([
    {
      kind: 'threat_for_admins',
      to_address: per.email,
      about: { rule: 'one_address_many_accounts' },
    },
  ])
})

test('a change of name is recorded with where it was made, and told', async () => {
  await db.rpc('service', 'note_device', {
    session_id: tomas.sessionId,
    browser: 'Safari',
    system: 'macOS',
    address: '192.0.2.8',
  })
  await db.rpc(tomas, 'update_profile', { name: 'Tomas B.' })
  await db.rpc(tomas, 'update_profile', { name: 'Tomas B.' })
  expect((await activity(tomas, { kind: 'name_changed' })).events).toMatchObject([
    {
      address: '192.0.2.8',
      device: { browser: 'Safari', system: 'macOS' },
      detail: { before: 'Tomas Berg', after: 'Tomas B.' },
      actor: null,
    },
  ])
  expect(await notices()).toMatchObject([{ kind: 'name_changed', to_address: tomas.email }])
  expect(JSON.stringify(await notices())).not.toContain('Tomas B.')
})

test('a change of role is recorded and told with the new role', async () => {
  await db.rpc('service', 'set_role', { email: ines.email, role: 'admin' })
  expect((await activity(ines, { kind: 'role_changed' })).events[0]).toMatchObject({
    detail: { before: 'agent', after: 'admin' },
  })
  expect(await notices()).toMatchObject([{ kind: 'role_changed', about: { role: 'admin' } }])
  await db.rpc('service', 'set_role', { email: ines.email, role: 'agent' })
})

test('a change of email address is told to the old address and to the new one', async () => {
  const eve = await db.addPerson('Eve')
  await db.owner(
    `update auth.users set email = 'eve@new.example', email_confirmed_at = now() where id = $1`,
    [eve.id],
  )
  const told = (await notices()).filter(({ kind }) => kind === 'email_changed')
  expect(told.map(({ to_address }) => to_address)).toEqual([eve.email, 'eve@new.example'])
})

test('a ban and its end are recorded', async () => {
  const ban = (until: string) =>
    db.owner(`update auth.users set banned_until = ${until} where id = $1`, [tomas.id])
  await ban(`now() + interval '1 day'`)
  await ban('null')
  const kinds = (await activity(tomas)).events.slice(0, 2).map(({ kind }) => kind)
  expect(kinds).toEqual(['unbanned', 'banned'])
})

test('addresses are forgotten after 90 days', async () => {
  const id = await record({ kind: 'sign_in', person_id: maya.id, ...here })
  const event = () =>
    db.owner('select address, country from public.security_events where id = $1', [id])
  await db.rpc('service', 'sweep_addresses')
  expect(await event()).toMatchObject([{ address: expect.stringContaining('192.0.2.7') }])
  await db.owner('alter table public.security_events disable trigger only_forget')
  await db.owner(`update public.security_events set at = at - interval '91 days' where id = $1`, [
    id,
  ])
  await db.owner('alter table public.security_events enable trigger only_forget')
  expect(await db.rpc('service', 'sweep_addresses')).toBe(1)
  expect(await event()).toEqual([{ address: null, country: 'SE' }])
})

test('the rules that recognise threats read what happened to an account and from an address', async () => {
  const at = '203.0.113.77'
  await record({ kind: 'sign_in_failed', person_id: maya.id, address: at })
  await record({ kind: 'sign_in_failed', address: at })
  const recent = (args: Row) =>
    db.rpc<Row[]>('service', 'recent_security_events', { ...args, since: '2020-01-01' })
  expect((await recent({ address: at })).map(({ person_id }) => person_id)).toEqual([null, maya.id])
  expect((await recent({ person_id: maya.id }))[0]).toMatchObject({
    kind: 'sign_in_failed',
    address: at,
  })
})

test('the server finds a person by email address or phone number', async () => {
  await db.owner(`update auth.users set phone = '46701230009' where id = $1`, [maya.id])
  const find = (args: Row) => db.rpc('service', 'find_person', args)
  expect(await find({ email: ` ${maya.email.toUpperCase()}` })).toBe(maya.id)
  expect(await find({ phone: '+46701230009' })).toBe(maya.id)
  expect(await find({ email: 'nobody@example.com' })).toBeNull()
  expect(await find({})).toBeNull()
})

test('admins hear of a new device of staff each time, and of customers once an hour', async () => {
  const admins = async () =>
    (await notices()).filter(
      ({ kind, to_address }) => kind === 'threat_for_admins' && to_address === per.email,
    )
  await record({ kind: 'new_device', person_id: maya.id, ...here })
  await record({ kind: 'new_device', person_id: tomas.id, ...here })
  expect(await admins()).toMatchObject([{ about: { rule: 'new_device', country: 'SE' } }])
  await record({ kind: 'new_device', person_id: ines.id, ...here })
  await record({ kind: 'new_device', person_id: ines.id, ...here })
  expect(await admins()).toHaveLength(3)
})

test('an address and words of a search must both fit', async () => {
  const address = '198.51.100.77'
  await record({ kind: 'sign_out', person_id: maya.id, ...here, address })
  await record({ kind: 'sign_out', person_id: tomas.id, ...here, address })
  const found = async (args: Row) => (await log({ kind: 'sign_out', ...args })).total
  expect(await found({ address })).toBe(2)
  expect(await found({ address: '198.51.100.64/26', search: 'lindq' })).toBe(1)
  expect(await found({ address: '192.0.2.0/24', search: 'lindq' })).toBe(0)
  expect(await found({ address: 'not an address' })).toBe(0)
})

test('the server ends one session, and only once', async () => {
  const call = () => db.rpc('service', 'revoke_session', { session_id: maya.sessionId })
  expect(await call()).toBe(true)
  expect(await call()).toBe(false)
  expect(await db.as(maya, 'select * from public.viewer()')).toEqual([])
})
