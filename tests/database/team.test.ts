import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, refusal, type Person, type Row, type TestDatabase } from './harness'
import { getTicket, openTicket } from './ticket-builder'

let db: TestDatabase
let maya: Person
let ines: Person
let per: Person
beforeAll(async () => {
  db = await openTestDatabase()
  maya = await db.addPerson('Maya Lindqvist')
  ines = await db.addPerson('Ines Okafor', 'agent')
  per = await db.addPerson('Per Dahl', 'admin')
})
afterAll(() => db?.close())

type Team = { members: Row[]; invitations: Row[] }
const team = () => db.rpc<Team>(per, 'team')

async function invite(email: string, role = 'agent', id = randomUUID()) {
  await db.rpc(per, 'invite_to_team', { id, email, role })
  return id
}

/** What the link of the newest mail to an address carries. */
async function keyOf(email: string) {
  const [row] = await db.owner<{ id: string }>(
    `select id from public.notifications where kind = 'invitation' and to_address = $1
      order by created_at desc limit 1`,
    [email],
  )
  return row?.id
}

const accept = (key: string | undefined) =>
  db.rpc<string>('service', 'accept_invitation', { key: key ?? randomUUID() })
const find = (key: string | undefined) =>
  db.rpc<Row | null>('service', 'find_invitation', { key: key ?? randomUUID() })

async function confirmed(name: string, role?: 'agent' | 'admin') {
  const person = await db.addPerson(name, role)
  await db.owner('update auth.users set email_confirmed_at = now() where id = $1', [person.id])
  return person
}

const roleOf = async ({ id }: { id: string }) =>
  (await db.owner<{ role: string }>('select role from public.profiles where id = $1', [id]))[0]
    ?.role

test('an invitation to somebody with an account takes them into the team, once', async () => {
  const eve = await confirmed('Eve')
  await invite(eve.email.toUpperCase())
  const key = await keyOf(eve.email)
  expect(await find(key)).toMatchObject({ role: 'agent', state: 'waiting', has_account: true })
  expect(await roleOf(eve)).toBe('customer')
  expect(await accept(key)).toBe(eve.id)
  expect(await roleOf(eve)).toBe('agent')
  expect(await refusal(accept(key))).toMatchObject({ code: 'PT404' })
  expect(await find(key)).toMatchObject({ state: 'accepted' })
})

test('without a confirmed account an invitation waits until there is one', async () => {
  const email = `nobody.${randomUUID().slice(0, 8)}@example.com`
  await invite(email, 'admin')
  const key = await keyOf(email)
  expect(await find(key)).toMatchObject({ email, has_account: false })
  expect(await refusal(accept(key))).toMatchObject({ code: 'PT409' })
  const id = randomUUID()
  await db.owner('insert into auth.users (id, email) values ($1, $2)', [id, email])
  expect(await find(key)).toMatchObject({ has_account: false })
  expect(await refusal(accept(key))).toMatchObject({ code: 'PT409' })
  await db.owner('update auth.users set email_confirmed_at = now() where id = $1', [id])
  expect(await accept(key)).toBe(id)
  expect(await roleOf({ id })).toBe('admin')
  await db.owner(`update public.profiles set role = 'customer' where id = $1`, [id])
})

test('an invitation that has expired or was revoked does not work', async () => {
  const eve = await confirmed('Eve')
  const id = await invite(eve.email)
  await db.owner(`update public.invitations set expires_at = now() where id = $1`, [id])
  expect(await find(await keyOf(eve.email))).toMatchObject({ state: 'expired' })
  expect(await refusal(accept(await keyOf(eve.email)))).toMatchObject({ code: 'PT404' })
  await db.rpc(per, 'send_invitation_again', { id })
  const key = await keyOf(eve.email)
  expect(await find(key)).toMatchObject({ state: 'waiting' })
  await db.rpc(per, 'revoke_invitation', { id })
  expect(await find(key)).toMatchObject({ state: 'revoked' })
  expect(await refusal(accept(key))).toMatchObject({ code: 'PT404' })
  expect(await refusal(db.rpc(per, 'send_invitation_again', { id }))).toMatchObject({
    code: 'PT404',
  })
  expect(await roleOf(eve)).toBe('customer')
})

test('a mail that is sent again makes the older link useless', async () => {
  const eve = await confirmed('Eve')
  const id = await invite(eve.email)
  const older = await keyOf(eve.email)
  await db.rpc(per, 'send_invitation_again', { id })
  expect(await find(older)).toBeNull()
  expect(await refusal(accept(older))).toMatchObject({ code: 'PT404' })
  expect(await accept(await keyOf(eve.email))).toBe(eve.id)
})

test('the same form sent twice makes one invitation and one mail', async () => {
  const id = randomUUID()
  const email = `twice.${id.slice(0, 8)}@example.com`
  await invite(email, 'agent', id)
  await invite(email, 'agent', id)
  const mails = await db.owner('select 1 from public.notifications where to_address = $1', [email])
  expect(mails).toHaveLength(1)
  expect(await refusal(invite(email))).toMatchObject({ message: 'invitations_waiting' })
})

test('nobody is invited who is in the team, and no address that is none', async () => {
  const agent = await confirmed('Ada', 'agent')
  expect(await refusal(invite(agent.email))).toMatchObject({ message: 'invitations_member' })
  for (const email of ['eve', 'eve@', 'eve@example.com,mallory@example.com', 'a b@example.com']) {
    expect(await refusal(invite(email)), email).toMatchObject({ code: '23514' })
  }
  expect(await refusal(invite('new@example.com', 'customer'))).toMatchObject({ code: '23514' })
})

test('a suspended account is not let in by an invitation', async () => {
  const eve = await confirmed('Eve')
  await db.rpc(per, 'suspend_account', { person_id: eve.id })
  await invite(eve.email)
  expect(await refusal(accept(await keyOf(eve.email)))).toMatchObject({ code: 'PT409' })
  expect(await roleOf(eve)).toBe('customer')
})

test('two who accept at the same moment are one', async () => {
  const eve = await confirmed('Eve')
  await invite(eve.email)
  const key = await keyOf(eve.email)
  const answers = await Promise.allSettled([accept(key), accept(key)])
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('the address of an invitation goes with the account that accepted it', async () => {
  const eve = await confirmed('Eve')
  const id = await invite(eve.email)
  await accept(await keyOf(eve.email))
  await db.rpc(eve, 'delete_account')
  const rows = await db.owner('select email from public.invitations where id = $1', [id])
  expect(rows).toEqual([{ email: null }])
})

test('the last admin cannot step down or be deactivated', async () => {
  const step = () => db.rpc(per, 'change_role', { person_id: per.id, role: 'agent' })
  expect(await refusal(step())).toMatchObject({ code: 'PT409' })
  const second = await confirmed('Second Admin', 'admin')
  await db.rpc(second, 'change_role', { person_id: second.id, role: 'customer' })
  expect(await roleOf(second)).toBe('customer')
  const self = refusal(db.rpc(per, 'deactivate_member', { person_id: per.id }))
  expect(await self).toMatchObject({ code: 'PT409' })
})

test('of two admins who demote each other at the same moment one stays', async () => {
  const second = await confirmed('Second Admin', 'admin')
  await Promise.allSettled([
    db.rpc(per, 'change_role', { person_id: second.id, role: 'agent' }),
    db.rpc(second, 'change_role', { person_id: per.id, role: 'agent' }),
  ])
  const admins = await db.owner(`select id from public.profiles where role = 'admin'`)
  expect(admins).toHaveLength(1)
  await db.owner(`update public.profiles set role = 'admin' where id = $1`, [per.id])
  await db.owner(`update public.profiles set role = 'customer' where id = $1`, [second.id])
})

test('a member who is deactivated is out, and their open tickets are back in the queue', async () => {
  const eve = await confirmed('Eve', 'agent')
  const ticket = await openTicket(db, maya)
  await db.rpc(eve, 'take_ticket', { ticket_number: ticket.number })
  await db.rpc(per, 'deactivate_member', { person_id: eve.id })
  expect(await db.as(eve, 'select id from public.viewer()')).toEqual([])
  expect(await db.owner('select 1 from auth.sessions where user_id = $1', [eve.id])).toEqual([])
  expect(await getTicket(db, ines, ticket.number)).toMatchObject({ assignee: null })
  expect(await roleOf(eve)).toBe('customer')
  const events = await db.owner(
    'select kind, actor_id from public.security_events where person_id = $1 order by id',
    [eve.id],
  )
  expect(events).toContainEqual({ kind: 'role_changed', actor_id: per.id })
  expect(events).toContainEqual({ kind: 'banned', actor_id: per.id })
})

test('a changed role is told to the person, and works at once', async () => {
  const eve = await confirmed('Eve', 'agent')
  await db.rpc(per, 'change_role', { person_id: eve.id, role: 'admin' })
  expect(await db.rpc<Team>(eve, 'team')).toBeTruthy()
  await db.rpc(per, 'change_role', { person_id: eve.id, role: 'agent' })
  expect(await refusal(db.rpc(eve, 'team'))).toMatchObject({ code: 'PT403' })
  const told = await db.owner(
    `select about ->> 'role' as role from public.notifications
      where person_id = $1 and kind = 'role_changed' order by created_at`,
    [eve.id],
  )
  expect(told.slice(-2)).toEqual([{ role: 'admin' }, { role: 'agent' }])
})

test('the team lists members with their open tickets, and the invitations that wait', async () => {
  const ticket = await openTicket(db, maya)
  await db.rpc(ines, 'take_ticket', { ticket_number: ticket.number })
  const email = `waits.${ticket.number}@example.com`
  await invite(email)
  const { members, invitations } = await team()
  expect(members[0]).toMatchObject({ role: 'admin' })
  expect(members).toContainEqual(
    expect.objectContaining({ name: ines.name, open_tickets: 1, email: ines.email }),
  )
  expect(members.map(({ name }) => name)).not.toContain(maya.name)
  expect(invitations).toContainEqual(
    expect.objectContaining({ email, state: 'waiting', invited_by: per.name }),
  )
})

test('nobody but the server reads what the link of an invitation carries', async () => {
  await invite('secret@example.com')
  expect(await refusal(db.as(per, 'select key_hash from public.invitations'))).toMatchObject({
    code: '42501',
  })
  expect(await refusal(db.as(per, 'select about from public.notifications'))).toMatchObject({
    code: '42501',
  })
})

test.each([
  ['team', {}],
  ['invite_to_team', { id: randomUUID(), email: 'eve@example.com', role: 'admin' }],
  ['send_invitation_again', { id: randomUUID() }],
  ['revoke_invitation', { id: randomUUID() }],
  ['change_role', { person_id: randomUUID(), role: 'admin' }],
  ['deactivate_member', { person_id: randomUUID() }],
])('%s is for admins alone', async (name, args) => {
  expect(await refusal(db.rpc('anonymous', name, args))).toMatchObject({ code: '42501' })
  expect(await refusal(db.rpc(maya, name, args))).toMatchObject({ code: 'PT403' })
  expect(await refusal(db.rpc(ines, name, args))).toMatchObject({ code: 'PT403' })
})
