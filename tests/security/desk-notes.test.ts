import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Actor, gatherCast, type Cast } from '../support/actors'
import { CUSTOMER } from '../support/actors'
import { PASSWORD } from '../support/people'
import { startTestPortal, type TestPortal } from '../support/portal'
import { visitorClient } from '../support/supabase-clients'
import { makeFeed, openTicket, reply } from '../support/ticket-forms'

/** Words of the team that stand in a note, its draft, a tag, a macro and a saved reply, and nowhere else. */
const NOTE = 'quinquereme'
const DRAFT = 'palimpsest'
const TAG = 'zyzzyva'
const MACRO = 'sesquipedalian'
const SECRETS = [NOTE, DRAFT, TAG, MACRO]

let portal: TestPortal
let cast: Cast
let number: number

beforeAll(async () => {
  portal = await startTestPortal()
  cast = await gatherCast(portal)
  number = (await openTicket(cast.customer, { subject: 'The printer is silent' })).number
  const desk = `/admin/tickets/${number}`
  await portal.supabase.query(
    `insert into public.macros (name, reply, priority) values ('${MACRO}', 'Hello', 'high')`,
  )
  await portal.supabase.query(
    `insert into public.saved_replies (title, body) values ('${MACRO}', 'Hello')`,
  )
  await cast.agent.post(`${desk}?note=${randomUUID()}`, { intent: 'note', note: NOTE })
  await cast.agent.post(`${desk}?note=${randomUUID()}`, { intent: 'autosave', note: DRAFT })
  const fields = { status: 'open', priority: 'normal', category: 'signing-in' }
  await cast.agent.post(desk, { intent: 'save', version: '1', ...fields, tags: TAG })
  await reply(cast.agent, desk, { reply: 'We look into the printer.' })
})
afterAll(() => portal.stop())

function expectNoSecret(text: string) {
  for (const secret of SECRETS) expect(text).not.toContain(secret)
}

test('the desk has all of it', async () => {
  const page = await (await cast.agent.get(`/admin/tickets/${number}`)).text()
  for (const secret of SECRETS) expect(page).toContain(secret)
})

test.each([
  ['the page', (id: number) => `/tickets/${id}`],
  ['its data', (id: number) => `/tickets/${id}.data`],
  ['the list', () => '/tickets'],
  ['the table to take along', () => '/tickets/export.csv'],
  ['the JSON to take along', () => '/tickets/export.json?with=messages'],
  ['the figures', () => '/tickets/insights'],
  ['the drafts', () => '/tickets/drafts'],
  ['the data of the account', () => '/account.data'],
])('%s has nothing of it', async (_name, path) => {
  const answer = await cast.customer.get(path(number))
  expect(answer.status).toBe(200)
  expectNoSecret(await answer.text())
})

test.each(SECRETS)('a search for "%s" finds nothing', async (secret) => {
  const list = await (await cast.customer.get(`/tickets?q=${secret}`)).text()
  expect(list).not.toContain('The printer is silent')
  const found = await (await cast.customer.get(`/search?q=${secret}`)).text()
  expect(found).not.toContain('The printer is silent')
})

test('what is suggested before a ticket is sent has nothing of it', async () => {
  const id = randomUUID()
  const typed = { subject: `${NOTE} ${DRAFT}`, description: TAG, category: 'signing-in' }
  await cast.customer.post(`/tickets/new?draft=${id}`, { intent: 'continue', ...typed })
  const page = await (await cast.customer.get(`/tickets/new/answers?draft=${id}`)).text()
  expect(page).not.toContain('The printer is silent')
  expect(page).not.toContain(MACRO)
})

test('the feed has nothing of it', async () => {
  const feed = await new Actor(portal.url).get(await makeFeed(cast.customer, number))
  const text = await feed.text()
  expect(text).toContain('We look into the printer.')
  expectNoSecret(text)
})

test('REST gives its customer nothing of it', async () => {
  const client = visitorClient(portal.supabase)
  await client.auth.signInWithPassword({ email: CUSTOMER.email, password: PASSWORD })
  const tables = ['ticket_messages', 'ticket_events', 'ticket_reply_drafts', 'presence'] as const
  for (const table of [...tables, 'tags', 'ticket_tags', 'macros', 'saved_replies'] as const) {
    const { data } = await client.from(table).select('*')
    expectNoSecret(JSON.stringify(data))
  }
  for (const verb of ['ticket_page', 'desk_ticket', 'heartbeat'] as const) {
    const { data } = await client.rpc(verb, { ticket_number: number })
    expectNoSecret(JSON.stringify(data))
  }
})

test('no mail and no notice has it', async () => {
  const outbox = await portal.supabase.query('select * from public.notifications')
  expect(outbox.length).toBeGreaterThan(0)
  expectNoSecret(JSON.stringify(outbox))
  const mails = await (await fetch(new URL('/mailbox.json', portal.supabase.mailboxUrl))).text()
  expectNoSecret(mails)
})
