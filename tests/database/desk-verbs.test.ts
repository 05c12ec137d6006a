import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillIn, VARIABLES } from '~/features/tickets/macros/macro'
import { openTestDatabase, refusal, type Person, type Row, type TestDatabase } from './harness'
import { getTicket, openTicket, reply, solvedFor, ticketPage } from './ticket-builder'

let db: TestDatabase
let maya: Person
let ines: Person
let noor: Person
beforeAll(async () => {
  db = await openTestDatabase()
  maya = await db.addPerson('Maya Lindqvist')
  ines = await db.addPerson('Ines Okafor', 'agent')
  noor = await db.addPerson('Noor Haddad', 'agent')
})
afterAll(() => db?.close())

const update = (person: Person, number: number, changes: Row) =>
  db.rpc<number>(person, 'update_ticket', { ticket_number: number, ...changes })

async function addMacro(changes: Row) {
  const macro = { name: `Macro ${randomUUID()}`, reply: '', add_tags: [], assign: 'keep' }
  const row = { ...macro, next_status: null, priority: null, ...changes }
  const [made] = await db.owner<{ id: string; version: number; name: string }>(
    `insert into public.macros (name, reply, add_tags, assign, next_status, priority)
      values ($1, $2, $3, $4, $5, $6) returning id, version, name`,
    [row.name, row.reply, row.add_tags, row.assign, row.next_status, row.priority],
  )
  if (!made) throw new Error('The macro was not added.')
  return made
}

const tagsOf = async (id: string) => {
  const rows = await db.owner<{ tag: string }>(
    'select tag from public.ticket_tags where ticket_id = $1 order by tag',
    [id],
  )
  return rows.map(({ tag }) => tag)
}

test('one form changes status, priority, category, assignee and tags, and answers the new version', async () => {
  const { id, number } = await openTicket(db, maya)
  const version = await update(ines, number, {
    version: 1,
    status: 'on_hold',
    priority: 'high',
    category: 'tickets',
    assignee: noor.id,
    tags: ['Export', '  time   zone ', 'export', ''],
  })
  const ticket = await getTicket(db, ines, number)
  expect(ticket).toMatchObject({
    version,
    status: 'on_hold',
    priority: 'high',
    category: { slug: 'tickets' },
    assignee: { name: 'Noor Haddad' },
  })
  expect(await tagsOf(id)).toEqual(['export', 'time zone'])
  expect(await update(ines, number, { version })).toBe(version)
})

test('a form that was made from another version changes nothing and is told the present one', async () => {
  const { number } = await openTicket(db, maya)
  const version = await update(noor, number, { version: 1, priority: 'high' })
  const late = update(ines, number, { version: 1, priority: 'low', tags: ['late'] })
  expect(await refusal(late)).toMatchObject({ code: 'PT409', detail: String(version) })
  expect(await getTicket(db, ines, number)).toMatchObject({ priority: 'high', version })
})

test('of two agents who save the same version at once, one is told', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { number } = await openTicket(db, maya)
    const saves = [ines, noor].map((agent) =>
      update(agent, number, { version: 1, assignee: 'me', tags: [agent.name] }),
    )
    const outcomes = await Promise.allSettled(saves)
    expect(outcomes.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: 'PT409' } },
    ])
  }
})

test.each([
  ['status', { status: 'closed' }],
  ['status', { status: 'new' }],
  ['priority', { priority: 'huge' }],
  ['category', { category: 'nowhere' }],
  ['assignee', { assignee: 'somebody' }],
  ['tags', { tags: Array.from({ length: 21 }, (_, index) => `tag ${index}`) }],
])('what is not in the list of %s is refused under its name', async (field, changes) => {
  const { number } = await openTicket(db, maya)
  await update(ines, number, { status: 'open' })
  expect(await refusal(update(ines, number, changes))).toMatchObject({
    code: '22023',
    detail: field,
  })
})

test('a customer is no assignee, and has none of these verbs', async () => {
  const { number } = await openTicket(db, maya)
  const given = update(ines, number, { assignee: maya.id })
  expect(await refusal(given)).toMatchObject({ code: '22023', detail: 'assignee' })
  const macro = await addMacro({ assign: 'me' })
  const message = { ticket_number: number, body: 'Hello', id: randomUUID() }
  const run = { ticket_number: number, macro_id: macro.id, message_id: randomUUID() }
  for (const attempt of [
    () => update(maya, number, { priority: 'urgent' }),
    () => update(maya, number, { assignee: 'me' }),
    () => db.rpc(maya, 'run_macro', run),
    () => db.rpc(maya, 'answer_ticket', message),
  ]) {
    expect(await refusal(attempt())).toMatchObject({ code: 'PT403' })
  }
})

test('a new ticket that is given to somebody is open, and goes back to nobody', async () => {
  const { number } = await openTicket(db, maya)
  await update(ines, number, { assignee: noor.id })
  expect(await getTicket(db, ines, number)).toMatchObject({
    status: 'open',
    assignee: { id: noor.id },
  })
  await update(ines, number, { assignee: 'nobody' })
  expect(await getTicket(db, ines, number)).toMatchObject({ status: 'open', assignee: null })
})

test('a closed ticket keeps its fields', async () => {
  const { number } = await openTicket(db, maya)
  await update(ines, number, { status: 'solved' })
  await solvedFor(db, number, '8 days')
  expect(await refusal(update(ines, number, { priority: 'low' }))).toMatchObject({ code: 'PT409' })
})

test('tags leave no trace that a customer could see', async () => {
  const { number } = await openTicket(db, maya)
  const before = await ticketPage(db, maya, number)
  await update(ines, number, { tags: ['trouble'] })
  const after = await ticketPage(db, maya, number)
  expect({ ...after, ticket: { ...after?.ticket, version: 1 } }).toEqual(before)
  const events = (await ticketPage(db, ines, number))?.events
  expect(events?.at(-1)).toMatchObject({ kind: 'tags', before: '', after: 'trouble' })
})

test('a macro replies, sets status and priority, adds tags and assigns, all at once and once', async () => {
  const { id, number } = await openTicket(db, maya)
  await update(noor, number, { tags: ['kept'] })
  await db.owner(`insert into public.tags (name) values ('added') on conflict do nothing`)
  const macro = await addMacro({
    reply: 'Hello {{requester.first_name}}',
    next_status: 'solved',
    priority: 'low',
    add_tags: ['added', 'gone'],
    assign: 'me',
  })
  const run = { ticket_number: number, macro_id: macro.id, message_id: randomUUID() }
  await db.rpc(ines, 'run_macro', run)
  await db.rpc(ines, 'run_macro', run)
  const page = await ticketPage(db, ines, number)
  expect(page?.ticket).toMatchObject({
    status: 'solved',
    priority: 'low',
    assignee: { id: ines.id },
  })
  expect(page?.messages.slice(1)).toMatchObject([{ body: 'Hello Maya', kind: 'public' }])
  expect(await tagsOf(id)).toEqual(['added', 'kept'])
  expect(page?.events.filter(({ kind }) => kind === 'macro')).toMatchObject([{ after: macro.name }])
})

test('a macro without a reply sends none, and one that fails changes nothing at all', async () => {
  const { id, number } = await openTicket(db, maya)
  await db.owner(`insert into public.tags (name) values ('half') on conflict do nothing`)
  const macro = await addMacro({ priority: 'urgent', assign: 'nobody' })
  const run = { ticket_number: number, macro_id: macro.id, message_id: randomUUID() }
  await db.rpc(ines, 'run_macro', run)
  expect(await ticketPage(db, ines, number)).toMatchObject({
    ticket: { status: 'new', priority: 'urgent', assignee: null },
    messages: [{ id }],
  })
  // The id is that of another message, so the reply cannot be written.
  const stolen = await addMacro({ reply: 'Hello', add_tags: ['half'], next_status: 'open' })
  const failing = { ticket_number: number, macro_id: stolen.id, message_id: id }
  const before = await ticketPage(db, ines, number)
  expect(await refusal(db.rpc(ines, 'run_macro', failing))).toMatchObject({ code: 'PT404' })
  expect(await ticketPage(db, ines, number)).toEqual(before)
})

test('Postgres fills in variables as the page does', async () => {
  const template = `${VARIABLES.map(({ name }) => `{{${name}}} {{ ${name} }}`).join('; ')} {{{ticket.number}}} {{x}} { }} {{`
  const subject = 'Braces {{agent.name}} in { the subject'
  const { number } = await openTicket(db, maya, { subject })
  const macro = await addMacro({ reply: template })
  await db.rpc(ines, 'run_macro', {
    ticket_number: number,
    macro_id: macro.id,
    message_id: randomUUID(),
  })
  const page = await ticketPage(db, ines, number)
  const facts = { requester: { name: maya.name }, ticket: { number, subject }, agent: ines }
  expect(page?.messages.at(-1)?.body).toBe(fillIn(template, facts))
})

test('a reply is held back when somebody else wrote since, and sent when its writer says so', async () => {
  const { id, number } = await openTicket(db, maya)
  const news = randomUUID()
  await reply(db, maya, number, { id: news, body: 'It works again.' })
  const answer = { ticket_number: number, id: randomUUID(), body: 'Have you tried again?' }
  const early = db.rpc(ines, 'answer_ticket', { ...answer, last_seen: id })
  expect(await refusal(early)).toMatchObject({ code: 'PT409', detail: news })
  await db.rpc(ines, 'answer_ticket', { ...answer, last_seen: news, next_status: 'solved' })
  await db.rpc(ines, 'answer_ticket', { ...answer, last_seen: id })
  expect(await ticketPage(db, ines, number)).toMatchObject({
    ticket: { status: 'solved', assignee: { id: ines.id } },
    messages: [{}, { id: news }, { id: answer.id }],
  })
})

test('a reply with a macro that was changed meanwhile is not sent', async () => {
  const { number } = await openTicket(db, maya)
  const macro = await addMacro({ reply: 'Hello', priority: 'low' })
  await db.owner(`update public.macros set priority = 'urgent' where id = $1`, [macro.id])
  const answer = { ticket_number: number, id: randomUUID(), body: 'Hello', macro_id: macro.id }
  const early = db.rpc(ines, 'answer_ticket', { ...answer, macro_version: macro.version })
  expect(await refusal(early)).toMatchObject({ code: 'PT409' })
  await db.rpc(ines, 'answer_ticket', { ...answer, macro_version: macro.version + 1 })
  expect(await getTicket(db, ines, number)).toMatchObject({ priority: 'urgent', status: 'pending' })
})
