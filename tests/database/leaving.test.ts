import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, refusal, type Person, type Row, type TestDatabase } from './harness'
import { addNote, attachFile, openTicket, reply, ticketPage } from './ticket-builder'

let db: TestDatabase
let ines: Person
let per: Person
beforeAll(async () => {
  db = await openTestDatabase()
  ines = await db.addPerson('Ines Okafor', 'agent')
  per = await db.addPerson('Per Dahl', 'admin')
})
afterAll(() => db?.close())

/** Somebody with a row in every table that can hold something about them. */
async function somebody(name: string) {
  const person = await db.addPerson(name)
  await db.owner('update auth.users set email_confirmed_at = now() where id = $1', [person.id])
  const device = { browser: 'Firefox', system: 'Linux', address: '192.0.2.7', country: 'SE' }
  await db.rpc('service', 'note_device', { session_id: person.sessionId, key: 'cookie', ...device })
  await db.rpc('service', 'record_security_event', {
    kind: 'sign_in',
    person_id: person.id,
    address: '192.0.2.7',
  })
  await db.rpc(person, 'choose_notifications', { topic: 'tickets', mail: false, sms: false })
  const draft = { subject: `Draft of ${name}`, description: '', category: '', priority: '' }
  await db.rpc(person, 'save_draft', { id: randomUUID(), ...draft })
  const ticket = await openTicket(db, person)
  const messageId = randomUUID()
  const file = { id: randomUUID(), name: `${name}.png`, content_type: 'image/png', size: 10 }
  await attachFile(db, person, { ...file, ticket_id: ticket.id, message_key: messageId })
  await db.rpc(person, 'reply_to_ticket', {
    ticket_number: ticket.number,
    id: messageId,
    body: 'See the file',
  })
  await reply(db, ines, ticket.number)
  await addNote(db, ines, ticket.number, 'A note of staff')
  return { person, ticket, file }
}

test('an export has everything held about the person', async () => {
  const { person, ticket, file } = await somebody('Maya Lindqvist')
  const held = await db.rpc<Record<string, Row[]>>(person, 'export_account')
  expect(held.profile).toMatchObject({ id: person.id, name: person.name, email: person.email })
  expect(held.tickets).toMatchObject([{ number: ticket.number, id: ticket.id }])
  expect(held.tickets?.[0]?.messages).toMatchObject([
    { author: { name: person.name } },
    { body: 'See the file', attachments: [{ name: file.name }] },
    { author: { name: ines.name } },
  ])
  expect(held.files).toMatchObject([{ id: file.id, object_name: `${ticket.id}/${file.id}` }])
  expect(held.drafts).toMatchObject([{ subject: `Draft of ${person.name}` }])
  expect(held.devices).toMatchObject([{ browser: 'Firefox', address: '192.0.2.7' }])
  expect(held.security_events).toMatchObject([{ kind: 'sign_in' }, { kind: 'notices_changed' }])
  expect(held.notifications).toMatchObject([{ kind: 'welcome', to_address: person.email }])
  expect(held.notification_choices).toMatchObject([{ topic: 'tickets', mail: false }])
})

test('every table that refers to a person is in the export or is known not to be', async () => {
  const columns = await db.owner<{ name: string }>(
    `select c.relname || '.' || a.attname as name
      from pg_constraint k
      join pg_class c on c.oid = k.conrelid
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.contype = 'f' and k.confrelid = 'public.profiles'::regclass
      order by 1`,
  )
  const exported = [
    'devices.person_id',
    'notification_choices.person_id',
    'notifications.person_id',
    'saved_views.owner_id',
    'security_events.person_id',
    'ticket_attachments.uploaded_by',
    'ticket_drafts.owner_id',
    'ticket_messages.author_id',
    'ticket_reply_drafts.owner_id',
    'tickets.requester_id',
  ]
  // What staff did to something else: it is about that, and leads nowhere once the name is gone; who
  // looks at a ticket is forgotten within minutes.
  const work = [
    'audit_events.actor_id',
    'audit_events.person_id',
    'invitations.accepted_by',
    'invitations.invited_by',
    'presence.person_id',
    'security_events.actor_id',
    'ticket_events.actor_id',
    'tickets.assignee_id',
  ]
  expect(columns.map(({ name }) => name)).toEqual([...exported, ...work].sort())
})

test("an export has nothing of others: no note of staff, nobody else's ticket or address", async () => {
  const { person } = await somebody('Tomas Berg')
  const { person: other } = await somebody('Eve Nilsson')
  const held = JSON.stringify(await db.rpc(person, 'export_account'))
  expect(held).not.toContain('A note of staff')
  expect(held).not.toContain(other.name)
  expect(held).not.toContain(ines.email)
})

test('a deleted account is gone at once, and its tickets keep an author without a name', async () => {
  const { person, ticket, file } = await somebody('Noor Haddad')
  await db.rpc(person, 'delete_account')

  expect(await db.as(person, 'select * from public.viewer()')).toEqual([])
  expect(await refusal(db.rpc(person, 'export_account'))).toMatchObject({ code: 'PT403' })
  const page = await ticketPage(db, ines, ticket.number)
  expect(page?.ticket.requester).toMatchObject({ name: 'Deleted account' })
  expect(await db.rpc('service', 'find_person', { email: person.email })).toBeNull()

  const files = await db.as('service', 'select * from public.files_of_deleted_accounts()')
  expect(files).toEqual([{ id: file.id, object_name: `${ticket.id}/${file.id}` }])
})

test('after a deletion no table holds the name, the address or the device of the person', async () => {
  const { person } = await somebody('Zoë Quist')
  await db.owner(
    `insert into auth.audit_log_entries (id, payload) values (gen_random_uuid(),
      jsonb_build_object('actor_id', $1::text, 'actor_username', $2::text))`,
    [person.id, person.email],
  )
  await db.rpc(person, 'delete_account')
  const tables = await db.owner<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname in ('public', 'auth')`,
  )
  const traces: string[] = []
  for (const { name } of tables) {
    const rows = await db.owner(
      `select 1 from ${name} t where t::text ilike any (array['%Quist%', '%' || $1 || '%'])`,
      [person.email],
    )
    if (rows.length > 0) traces.push(name)
  }
  // The last notice, which is on its way.
  expect(traces).toEqual(['public.notifications'])
  expect(
    await db.owner('select kind, person_id from public.notifications where to_address = $1', [
      person.email,
    ]),
  ).toEqual([{ kind: 'account_deleted', person_id: null }])
  for (const table of ['devices', 'security_events', 'notification_choices']) {
    const rows = await db.owner(`select 1 from public.${table} where person_id = $1`, [person.id])
    expect(rows, table).toEqual([])
  }
})

test('the last admin cannot leave', async () => {
  expect(await refusal(db.rpc(per, 'delete_account'))).toMatchObject({
    code: 'PT409',
    hint: 'Make somebody else an admin first.',
  })
  expect(await db.as(per, 'select id from public.viewer()')).toEqual([{ id: per.id }])
})
