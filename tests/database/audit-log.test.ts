import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, refusal, type Person, type Row, type TestDatabase } from './harness'
import { openTicket } from './ticket-builder'

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

type Log = { total: number; events: Row[] }
const log = (args: Row = {}) => db.rpc<Log>(per, 'audit_log', args)
const newest = async (args: Row = {}) => (await log(args)).events[0]

test('a category that is changed leaves who, what, before and after', async () => {
  await db.rpc(per, 'change_category', {
    slug: 'other',
    name: 'Anything else',
    description: '',
    active: true,
    version: 1,
  })
  expect(await newest({ area: 'categories' })).toMatchObject({
    kind: 'changed',
    subject: 'Anything else',
    actor: { name: per.name },
    before: { name: 'Something else' },
    after: { name: 'Anything else' },
  })
})

test('what agents change on a ticket is in the list, in words, and not what the requester does', async () => {
  const ticket = await openTicket(db, maya)
  await db.rpc(ines, 'take_ticket', { ticket_number: ticket.number })
  await db.rpc(maya, 'close_ticket', { ticket_number: ticket.number })
  const { events } = await log({ area: 'tickets' })
  const own = events.filter(({ ticket_number }) => ticket_number === ticket.number)
  expect(own.map(({ kind }) => kind).sort()).toEqual(['assignee', 'status'])
  expect(own.find(({ kind }) => kind === 'assignee')).toMatchObject({
    actor: { name: ines.name },
    person: { name: maya.name },
    before: null,
    after: ines.name,
  })
})

test('accounts and the team are in the list, each change once', async () => {
  const eve = await db.addPerson('Eve Adams', 'agent')
  await db.rpc(per, 'deactivate_member', { person_id: eve.id })
  await db.rpc(per, 'restore_account', { person_id: eve.id })
  await db.rpc(per, 'correct_name', { person_id: eve.id, name: 'Eva Adams' })
  const { events } = await log({ search: 'Eva Adams' })
  expect(events.map(({ area, kind }) => `${area} ${kind}`)).toEqual([
    'customers name_changed',
    'customers unbanned',
    'customers banned',
    'team role_changed',
    'team role_changed',
  ])
  expect(events[3]).toMatchObject({ before: 'agent', after: 'customer', actor: { name: per.name } })
})

test('an admin who steps down did it, and people who rename themselves are not in the list', async () => {
  const eve = await db.addPerson('Eve Brown', 'admin')
  await db.rpc(eve, 'change_role', { person_id: eve.id, role: 'agent' })
  await db.rpc(eve, 'update_profile', { name: 'Eve Green' })
  const { events } = await log({ search: 'Eve Green' })
  expect(events[0]).toMatchObject({ kind: 'role_changed', actor: { name: 'Eve Green' } })
  expect(events.map(({ kind }) => kind)).not.toContain('name_changed')
})

test('an invitation is in the list from being sent to being revoked', async () => {
  const id = randomUUID()
  await db.rpc(per, 'invite_to_team', { id, email: 'noor@example.com', role: 'agent' })
  await db.rpc(per, 'send_invitation_again', { id })
  await db.rpc(per, 'revoke_invitation', { id })
  const { events } = await log({ area: 'team' })
  expect(events.slice(0, 3).map(({ kind, subject }) => `${kind} ${subject}`)).toEqual([
    'invitation_revoked noor@example.com',
    'invited_again noor@example.com',
    'invited noor@example.com',
  ])
})

test('the list is filtered by day and comes in pages', async () => {
  const { total } = await log()
  const today = new Date().toISOString().slice(0, 10)
  expect((await log({ to_date: '2020-01-01' })).total).toBe(0)
  expect((await log({ from_date: '2020-01-01' })).total).toBe(total)
  expect((await log({ from_date: today })).total).toBeGreaterThan(0)
  const [first, second] = [await log({ page_size: 1 }), await log({ page_size: 1, page: 2 })]
  expect(first.events).toHaveLength(1)
  expect(first.events[0]).not.toEqual(second.events[0])
})

test('nobody changes what is written there', async () => {
  for (const text of [
    `update public.audit_events set kind = 'added'`,
    'delete from public.audit_events',
  ]) {
    expect(await refusal(db.owner(text))).toMatchObject({ code: '42501' })
    expect(await refusal(db.as('service', text))).toMatchObject({ code: '42501' })
  }
})

test('the list is for admins alone', async () => {
  expect(await refusal(db.rpc('anonymous', 'audit_log'))).toMatchObject({ code: '42501' })
  expect(await refusal(db.rpc(maya, 'audit_log'))).toMatchObject({ code: 'PT403' })
  expect(await refusal(db.rpc(ines, 'audit_log'))).toMatchObject({ code: 'PT403' })
})
