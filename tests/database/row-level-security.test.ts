import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase, type Caller, type Person, type TestDatabase } from './harness'
import { addNote, attachFile, newTicket, openTicket, reply } from './ticket-builder'

/** What comes of trying: refused with 42501, or how many of the rows in the table it reached. */
type Outcome = 'denied' | 'nothing' | 'some' | 'everything'
type Actor = 'anonymous' | 'owner' | 'other customer' | 'agent' | 'admin'

const actors: Actor[] = ['anonymous', 'owner', 'other customer', 'agent', 'admin']
const writes = ['insert', 'update', 'delete'] as const

/**
 * What each actor reads, in the order of `actors`. Every row but the profiles and the security events of
 * staff is the owner's or about her ticket, so the other customer must read none of it. Nobody writes to any table: the functions do.
 */
const reads: Record<string, [Outcome, Outcome, Outcome, Outcome, Outcome]> = {
  audit_events: ['denied', 'nothing', 'nothing', 'nothing', 'everything'],
  categories: ['denied', 'everything', 'everything', 'everything', 'everything'],
  content_views: ['denied', 'nothing', 'nothing', 'everything', 'everything'],
  deflections: ['denied', 'nothing', 'nothing', 'everything', 'everything'],
  devices: ['denied', 'everything', 'nothing', 'nothing', 'nothing'],
  invitations: ['denied', 'nothing', 'nothing', 'nothing', 'everything'],
  known_sign_ins: ['denied', 'denied', 'denied', 'denied', 'denied'],
  macros: ['denied', 'nothing', 'nothing', 'everything', 'everything'],
  message_limits: ['denied', 'denied', 'denied', 'denied', 'denied'],
  notification_choices: ['denied', 'everything', 'nothing', 'nothing', 'nothing'],
  notification_kinds: ['denied', 'everything', 'everything', 'everything', 'everything'],
  notifications: ['denied', 'some', 'nothing', 'nothing', 'nothing'],
  office_hours: ['denied', 'everything', 'everything', 'everything', 'everything'],
  presence: ['denied', 'nothing', 'nothing', 'everything', 'everything'],
  profiles: ['denied', 'some', 'some', 'everything', 'everything'],
  rate_limits: ['denied', 'denied', 'denied', 'denied', 'denied'],
  saved_replies: ['denied', 'nothing', 'nothing', 'everything', 'everything'],
  saved_views: ['denied', 'nothing', 'nothing', 'everything', 'nothing'],
  security_events: ['denied', 'some', 'nothing', 'some', 'everything'],
  session_limits: ['denied', 'everything', 'everything', 'everything', 'everything'],
  tags: ['denied', 'nothing', 'nothing', 'everything', 'everything'],
  ticket_attachments: ['denied', 'some', 'nothing', 'some', 'some'],
  ticket_drafts: ['denied', 'everything', 'nothing', 'nothing', 'nothing'],
  ticket_events: ['denied', 'some', 'nothing', 'everything', 'everything'],
  ticket_feeds: ['denied', 'everything', 'nothing', 'nothing', 'nothing'],
  ticket_messages: ['denied', 'some', 'nothing', 'everything', 'everything'],
  ticket_reply_drafts: ['denied', 'everything', 'nothing', 'nothing', 'nothing'],
  ticket_tags: ['denied', 'nothing', 'nothing', 'everything', 'everything'],
  tickets: ['denied', 'everything', 'nothing', 'everything', 'everything'],
}

let db: TestDatabase
let callers: Record<Actor, Caller>

beforeAll(async () => {
  db = await openTestDatabase('privileges')
  const owner = await db.addPerson('Maya Lindqvist')
  const agent = await db.addPerson('Ines Okafor', 'agent')
  callers = {
    anonymous: 'anonymous',
    owner,
    'other customer': await db.addPerson('Tomas Berg'),
    agent,
    admin: await db.addPerson('Per Dahl', 'admin'),
  }
  await fillEveryTable(owner, agent)
})
afterAll(() => db?.close())

/** Rows that the owner may see and rows that she may not, in each table that has both kinds. */
async function fillEveryTable(owner: Person, agent: Person) {
  const ticket = await openTicket(db, owner)
  const file = { ticket_id: ticket.id, name: 'error.png', content_type: 'image/png', size: 1024 }
  const noteId = randomUUID()
  await attachFile(db, agent, { ...file, id: randomUUID(), message_key: noteId })
  await db.rpc(agent, 'add_internal_note', { ticket_number: ticket.number, id: noteId, body: 'Hm' })
  await db.rpc(agent, 'take_ticket', { ticket_number: ticket.number })
  await db.rpc(owner, 'attach_file', { ...file, id: randomUUID(), message_key: randomUUID() })
  await reply(db, agent, ticket.number)
  await addNote(db, agent, ticket.number, 'A second note')
  await db.rpc(owner, 'send_ticket', { ...newTicket(), shown: '[]' })
  const draft = { subject: '', description: 'Half a', category: '', priority: '' }
  await db.rpc(owner, 'save_draft', { id: randomUUID(), ...draft })
  const token = 'x'.repeat(22)
  await db.rpc(owner, 'make_ticket_feed', { ticket_number: ticket.number, token })
  const begun = { ticket_number: ticket.number, id: randomUUID(), body: 'Half a reply' }
  await db.rpc(owner, 'save_reply_draft', begun)
  await db.rpc('service', 'count_attempt', { key: 'k', window_seconds: 60, allowed: 5 })
  await fillDesk(agent, ticket.number)
  await fillAccount(owner)
  await db.rpc(callers.admin, 'invite_to_team', {
    id: randomUUID(),
    email: 'noor@example.com',
    role: 'agent',
  })
}

async function fillDesk(agent: Person, ticketNumber: number) {
  await db.rpc(agent, 'update_ticket', { ticket_number: ticketNumber, tags: ['sign-in'] })
  await db.rpc(agent, 'save_view', { id: randomUUID(), name: 'Urgent', query: '?view=all' })
  await db.rpc('service', 'count_views', { counted: { '/kb/tickets/open-a-ticket': 1 } })
  await db.rpc(agent, 'heartbeat', { ticket_number: ticketNumber })
  await db.owner(`insert into public.macros (name, assign) values ('Take it', 'me')`)
  await db.owner(`insert into public.saved_replies (title, body) values ('Thanks', 'Thank you.')`)
}

async function fillAccount(owner: Person) {
  const device = { browser: 'Firefox', system: 'Linux', address: '192.0.2.1' }
  await db.rpc('service', 'note_device', { session_id: owner.sessionId, ...device })
  await db.rpc('service', 'sign_in_succeeded', { account_key: 'a', address_key: 'b' })
  await db.rpc(owner, 'choose_notifications', { topic: 'tickets', mail: false, sms: false })
  await db.rpc('service', 'record_security_event', { kind: 'sign_in', person_id: owner.id })
  await db.rpc('service', 'enqueue_notification', {
    kind: 'welcome',
    person_id: owner.id,
    to_address: owner.email,
  })
}

async function attempt(actor: Actor, table: string, verb: (typeof writes)[number] | 'select') {
  const [{ total } = { total: 0 }] = await db.owner<{ total: number }>(
    `select count(*)::int as total from public.${table}`,
  )
  try {
    const rows = await db.as(callers[actor], await statement(table, verb))
    if (verb === 'insert') return 'everything'
    if (rows.length === 0) return 'nothing'
    return rows.length === total ? 'everything' : 'some'
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return 'denied'
    throw error
  }
}

async function statement(table: string, verb: (typeof writes)[number] | 'select') {
  if (verb === 'select') return `select 1 as row from public.${table}`
  if (verb === 'insert') return `insert into public.${table} default values`
  if (verb === 'delete') return `delete from public.${table} returning 1 as row`
  const [column] = await db.owner<{ name: string }>(
    `select attname as name from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and attidentity = '' and attgenerated = ''
      order by attnum limit 1`,
    [`public.${table}`],
  )
  return `update public.${table} set ${column?.name} = ${column?.name} returning 1 as row`
}

test('every table of the schema public is in the list, and nothing else', async () => {
  const tables = await db.owner<{ name: string }>(
    `select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
      order by relname collate "C"`,
  )
  expect(tables.map((table) => table.name)).toEqual(Object.keys(reads).sort())
})

const cases = Object.entries(reads).flatMap(([table, outcomes]) =>
  actors.map((actor, index) => ({ table, actor, reads: outcomes[index] as Outcome })),
)

test.each(cases)('$actor reads $reads of $table and writes nothing', async (expected) => {
  expect(await attempt(expected.actor, expected.table, 'select')).toBe(expected.reads)
  for (const verb of writes) {
    expect(await attempt(expected.actor, expected.table, verb), verb).toBe('denied')
  }
})

// Some Supabase setups grant every table to every role again: then the policies are all there is.
describe('with every table granted to everybody', () => {
  beforeAll(() => db.owner('grant all on all tables in schema public to anon, authenticated'))

  test.each(cases)('$actor still reads no more of $table and writes nothing', async (expected) => {
    const { actor, table } = expected
    const visible = expected.reads === 'denied' ? 'nothing' : expected.reads
    expect(await attempt(actor, table, 'select')).toBe(visible)
    expect(await attempt(actor, table, 'insert')).toBe('denied')
    expect(await attempt(actor, table, 'update')).toBe('nothing')
    expect(await attempt(actor, table, 'delete')).toBe('nothing')
  })
})
