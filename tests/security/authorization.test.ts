import { randomUUID } from 'node:crypto'
import type { SupabaseClient } from '@supabase/supabase-js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  CUSTOMER,
  gatherCast,
  restClient,
  SECOND_CUSTOMER,
  type Actor,
  type Cast,
} from '../support/actors'
import { withoutNonce } from '../support/page-facts'
import { startTestPortal, type TestPortal } from '../support/portal'
import { signUp } from '../support/sign-up'
import { listRoutes } from '../support/route-manifest'
import { fileLinks, openTicket, picture, reply, TYPED, writeTicket } from '../support/ticket-forms'

const SECRET = 'zebra-crossing-seventeen'
const NOTE = 'violet-umbrella-ninety'
const UNKNOWN_FILE = `/files/${randomUUID()}`

let portal: TestPortal
let cast: Cast
let stranger: SupabaseClient
let owner: SupabaseClient
let ticket: { id: string; number: number }
let own: { id: string; number: number }
let filePath: string
let noteFile: { id: string; object_name: string }

beforeAll(async () => {
  portal = await startTestPortal()
  cast = await gatherCast(portal)
  const typed = { subject: `About ${SECRET}`, description: SECRET, files: picture(`${SECRET}.png`) }
  ticket = await openTicket(cast.customer, typed)
  own = await openTicket(cast.secondCustomer)
  const page = await (await cast.customer.get(`/tickets/${ticket.number}`)).text()
  filePath = fileLinks(page)[0]!
  const desk = `/admin/tickets/${ticket.number}`
  await reply(cast.agent, desk, { intent: 'note', note: NOTE, files: picture(`${NOTE}.png`) })
  await reply(cast.agent, desk, { reply: 'We are looking into it.', after: 'pending' })
  // The desk's page keeps chosen files for the reply; the rules hold for a note that has one, too.
  const [row] = await portal.supabase.query<typeof noteFile>(
    `update public.ticket_attachments file set message_id = note.id, message_key = note.id
     from public.ticket_messages note
     where file.name = $1 and note.ticket_id = file.ticket_id and note.body = $2
     returning file.id, file.object_name`,
    [`${NOTE}.png`, NOTE],
  )
  noteFile = row!
  stranger = await restClient(portal, SECOND_CUSTOMER.email)
  owner = await restClient(portal, CUSTOMER.email)
  await readKeptSentences()
})

afterAll(() => portal.stop())

/** Shows everybody the sentence that their last form left for their next page. */
async function readKeptSentences() {
  for (const actor of Object.values(cast)) await actor.get('/account')
}

async function bytes(actor: Actor, path: string) {
  const response = await actor.get(path)
  const html = withoutNonce(await response.text(), response)
  const headers = Object.fromEntries(response.headers)
  for (const name of ['date', 'x-request-id']) delete headers[name]
  return { status: response.status, headers, html }
}

async function row(id: string) {
  const [found] = await portal.supabase.query('select * from public.tickets where id = $1', [id])
  return found
}

test.each([
  ['page', '', ''],
  ['data', '.data', '.data'],
  ['file', 'FILE', UNKNOWN_FILE],
  ['feed', '/feed.atom', '/feed.atom'],
])(
  'another customer gets the same bytes for the %s of a ticket as for an unknown one',
  async (_what, of, unknown) => {
    await readKeptSentences()
    const theirs = of === 'FILE' ? filePath : `/tickets/${ticket.number}${of}`
    const answer = await bytes(cast.secondCustomer, theirs)
    expect(answer.status).toBe(404)
    expect(answer).toEqual(await bytes(cast.secondCustomer, `/tickets/999999${unknown}`))
    expect(answer.html).not.toContain(SECRET)
  },
)

test('a file is not found below another ticket than its own', async () => {
  const id = filePath.split('/').at(-1)
  expect((await cast.customer.get(filePath)).status).toBe(200)
  expect((await cast.secondCustomer.get(`/tickets/${own.number}/files/${id}`)).status).toBe(404)
  expect((await cast.agent.get(`/tickets/${own.number}/files/${id}`)).status).toBe(404)
})

test.each(['reply', 'close', 'reopen'])(
  'another customer cannot %s on a ticket that is not theirs',
  async (intent) => {
    const before = await row(ticket.id)
    const fields = { intent, reply: 'Let me in', files: picture() }
    const answer = await cast.secondCustomer.post(`/tickets/${ticket.number}`, fields)
    expect(answer.status).toBe(404)
    expect(await row(ticket.id)).toEqual(before)
    const files = await portal.supabase.query(
      `select 1 from public.ticket_attachments where ticket_id = $1 and name = 'picture.png'`,
      [ticket.id],
    )
    expect(files).toEqual([])
  },
)

test("an agent answers at the desk, not through the customer's page", async () => {
  const answer = await reply(cast.agent, `/tickets/${ticket.number}`, { reply: 'As the customer' })
  expect(answer.status).toBe(404)
})

test('a draft of somebody else is an empty form, and cannot be saved, sent or given files', async () => {
  const id = randomUUID()
  await writeTicket(cast.customer, id, { subject: SECRET, files: picture() })
  const page = await cast.secondCustomer.get(`/tickets/new?draft=${id}`)
  expect(await page.text()).not.toContain(SECRET)
  expect((await writeTicket(cast.secondCustomer, id, { subject: 'Mine now' })).status).toBe(404)
  expect((await writeTicket(cast.secondCustomer, id, { files: picture('b.png') })).status).toBe(404)
  const answers = `/tickets/new/answers?draft=${id}`
  expect((await cast.secondCustomer.get(answers)).status).toBe(404)
  expect((await cast.secondCustomer.post(answers)).status).toBe(404)
})

test("a reply cannot take another person's files with it, nor remove them", async () => {
  const id = filePath.split('/').at(-1)!
  const answer = await reply(cast.secondCustomer, `/tickets/${own.number}`, {
    reply: 'Mine',
    attachment_id: id,
    attachments: id,
  })
  expect(answer.status).toBe(303)
  await reply(cast.secondCustomer, `/tickets/${own.number}`, { reply: 'x', remove: id })
  const [file] = await portal.supabase.query<{ ticket_id: string }>(
    'select ticket_id from public.ticket_attachments where id = $1',
    [id],
  )
  expect(file?.ticket_id).toBe(ticket.id)
  expect((await cast.customer.get(filePath)).status).toBe(200)
  const page = await (await cast.secondCustomer.get(`/tickets/${own.number}`)).text()
  expect(fileLinks(page)).toEqual([])
})

test('people with a token of their own read nothing of others over REST', async () => {
  for (const table of ['tickets', 'ticket_messages', 'ticket_attachments', 'ticket_events']) {
    const column = table === 'tickets' ? 'id' : 'ticket_id'
    const { data, error } = await stranger.from(table).select('*').eq(column, ticket.id)
    expect({ table, data, error }).toEqual({ table, data: [], error: null })
  }
  const { data: profiles } = await stranger.from('profiles').select('name')
  expect(profiles).toEqual([{ name: SECOND_CUSTOMER.name }])
  const { data: page } = await stranger.rpc('ticket_page', { ticket_number: ticket.number })
  expect(page).toBeNull()
  const { data: file } = await stranger.storage
    .from('ticket-attachments')
    .download(`${ticket.id}/${filePath.split('/').at(-1)}`)
  expect(file).toBeNull()
})

test.each([
  ['reply_to_ticket', { id: randomUUID(), body: 'Let me in' }],
  ['close_ticket', {}],
  ['reopen_ticket', {}],
])(
  '%s of a ticket of somebody else is not found, as that of an unknown one',
  async (name, args) => {
    const theirs = await stranger.rpc(name, { ticket_number: ticket.number, ...args })
    const unknown = await stranger.rpc(name, { ticket_number: 999_999, ...args })
    expect(theirs.error?.code).toBe('PT404')
    expect(theirs.error).toEqual(unknown.error)
  },
)

test.each([
  ['add_internal_note', { id: randomUUID(), body: 'I am staff' }],
  ['take_ticket', {}],
  ['release_ticket', {}],
])('a customer cannot %s on their own ticket', async (name, args) => {
  const { error } = await owner.rpc(name, { ticket_number: ticket.number, ...args })
  expect(error?.code).toBe('PT403')
})

test.each([
  ['tickets', { status: 'closed' }],
  ['ticket_messages', { body: 'changed' }],
  ['ticket_attachments', { name: 'changed' }],
  ['ticket_drafts', { subject: 'changed' }],
  ['profiles', { role: 'admin' }],
] as [string, Record<string, string>][])(
  'nobody writes to %s past the functions',
  async (table, change) => {
    const key = table === 'profiles' ? 'id' : table === 'ticket_drafts' ? 'owner_id' : 'id'
    expect((await owner.from(table).update(change).neq(key, randomUUID())).error?.code).toBe(
      '42501',
    )
    expect((await owner.from(table).insert(change)).error?.code).toBe('42501')
    expect((await owner.from(table).delete().neq(key, randomUUID())).error?.code).toBe('42501')
  },
)

test.each(['', '.data'])('an internal note is not in the page%s of its ticket', async (ending) => {
  const text = await (await cast.customer.get(`/tickets/${ticket.number}${ending}`)).text()
  expect(text).toContain(SECRET)
  expect(text).not.toContain(NOTE)
  expect(text).not.toContain(noteFile.id)
})

test.each(['/tickets', '/tickets.data'])(
  'at %s, the words of a note find as little as words that stand nowhere',
  async (path) => {
    const nowhere = 'yellow-trumpet-fifteen'
    const found = async (words: string) => {
      const { html } = await bytes(cast.customer, `${path}?q=${words}`)
      return html.replaceAll(words, '').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '')
    }
    expect(await found(NOTE)).toBe(await found(nowhere))
  },
)

test('an internal note reaches its customer over REST, RPC and storage neither', async () => {
  const all = JSON.stringify([
    await owner.from('ticket_messages').select('*'),
    await owner.from('ticket_attachments').select('*'),
    await owner.rpc('ticket_page', { ticket_number: ticket.number }),
    await owner.rpc('my_tickets', { search: NOTE }),
  ])
  expect(all).toContain(SECRET)
  expect(all).not.toContain(NOTE)
  const bucket = owner.storage.from('ticket-attachments')
  expect((await bucket.download(noteFile.object_name)).data).toBeNull()
  expect((await bucket.createSignedUrl(noteFile.object_name, 60)).data).toBeNull()
  const { data: listed } = await bucket.list(ticket.id)
  expect(JSON.stringify(listed ?? [])).not.toContain(noteFile.id)
})

test('the file of an internal note is not found by its customer and read by an agent', async () => {
  const path = `/tickets/${ticket.number}/files/${noteFile.id}`
  const answer = await bytes(cast.customer, path)
  expect(answer.status).toBe(404)
  expect(answer).toEqual(await bytes(cast.customer, `/tickets/${ticket.number}${UNKNOWN_FILE}`))
  expect((await cast.agent.get(path)).status).toBe(200)
})

test('a note leaves no trace that a customer could notice', async () => {
  const fresh = await openTicket(cast.customer)
  await readKeptSentences()
  const path = `/tickets/${fresh.number}.data`
  // The mail that the ticket is received goes out by itself and stands in the history then.
  const history = async () => (await cast.customer.get(path)).text()
  await expect.poll(history, { timeout: 20_000 }).toContain('ticket_received')
  const before = (await bytes(cast.customer, path)).html.replace(/[0-9a-f-]{36}/g, '')
  await reply(cast.agent, `/admin/tickets/${fresh.number}`, { intent: 'note', note: NOTE })
  const after = (await bytes(cast.customer, path)).html.replace(/[0-9a-f-]{36}/g, '')
  const timeless = (text: string) => text.replace(/"(now|permit)","[^"]*"/g, '')
  expect(timeless(after)).toBe(timeless(before))
})

const EXTRA = {
  role: 'admin',
  user_id: randomUUID(),
  requester_id: randomUUID(),
  assignee_id: randomUUID(),
  status: 'closed',
  number: '1',
  version: '99',
  source: 'chat',
  solved_at: '2020-01-01',
  is_internal: 'true',
  kind: 'note',
  next_status: 'solved',
  after: 'solved',
}

test('extra fields of a new ticket change nothing about it', async () => {
  const { id } = await openTicket(cast.customer, EXTRA)
  expect(await row(id)).toMatchObject({
    subject: TYPED.subject,
    status: 'new',
    assignee_id: null,
    source: 'form',
    version: 1,
    solved_at: null,
  })
})

test('extra fields of a reply change nothing about the ticket', async () => {
  const { id, number } = await openTicket(cast.customer)
  await reply(cast.customer, `/tickets/${number}`, { ...EXTRA, reply: 'More about it' })
  expect(await row(id)).toMatchObject({ status: 'new', assignee_id: null, source: 'form' })
  const messages = await portal.supabase.query(
    'select kind from public.ticket_messages where ticket_id = $1 and id <> ticket_id',
    [id],
  )
  expect(messages).toEqual([{ kind: 'public' }])
})

test.each(['/signup', '/login'])('extra fields of %s make nobody an admin', async (path) => {
  const email = `eve${path.slice(1)}@example.com`
  const fields = { email, name: 'Eve', password: 'quiet-harbour-lantern-42', ...EXTRA }
  if (path === '/signup') await signUp(cast.anonymous, fields)
  else await cast.anonymous.post(path, fields)
  const roles = await portal.supabase.query(
    `select p.role from public.profiles p join auth.users u on u.id = p.id where u.email = $1`,
    [email],
  )
  expect(roles).toEqual(path === '/signup' ? [{ role: 'customer' }] : [])
})

test('a role that people write into their own metadata counts for nothing', async () => {
  const { error } = await stranger.auth.updateUser({ data: { role: 'admin', name: 'Admin' } })
  expect(error).toBeNull()
  const visitor = await restClient(portal, SECOND_CUSTOMER.email)
  expect((await visitor.rpc('viewer')).data).toMatchObject([{ role: 'customer' }])
  expect((await cast.secondCustomer.get('/admin/tickets')).status).toBe(404)
})

test('every address of the desk is an unknown page to customers and asks others to sign in', async () => {
  await readKeptSentences()
  const unknown = await bytes(cast.customer, '/no-such-page')
  const desk = (await listRoutes()).filter(({ path }) => path.startsWith('/admin'))
  for (const { path } of desk) {
    const url = path.replace(':number', String(ticket.number))
    expect(await bytes(cast.customer, url)).toEqual(unknown)
    const answer = await cast.anonymous.get(url)
    expect(answer.status).toBe(302)
    expect(answer.headers.get('Location')).toBe(`/login?next=${encodeURIComponent(url)}`)
  }
})

test.each(['take', 'release', 'note', 'reply'])(
  'a customer cannot %s at the desk by sending its form',
  async (intent) => {
    const before = await row(ticket.id)
    const fields = { intent, note: 'x', reply: 'x' }
    const answer = await cast.customer.post(`/admin/tickets/${ticket.number}`, fields)
    expect(answer.status).toBe(404)
    expect(await row(ticket.id)).toEqual(before)
  },
)

test.each([
  { 'X-Forwarded-User': 'per@example.com', 'X-User-Id': '1', 'X-On-Behalf-Of': 'per@example.com' },
  { 'X-Original-URL': '/admin/tickets', 'X-Rewrite-URL': '/admin/tickets' },
  { Authorization: 'Bearer x', 'X-Forwarded-For': '127.0.0.1', 'X-Role': 'admin' },
] as Record<string, string>[])(
  'headers that name a person or a place change neither: %j',
  async (headers) => {
    const { anonymous, customer } = cast
    expect((await anonymous.get('/tickets', headers)).status).toBe(302)
    expect((await customer.get('/admin', headers)).status).toBe(404)
    const account = await customer.get('/account', headers)
    expect(await account.text()).toContain(CUSTOMER.email)
  },
)

test.each(['', '.data'])(
  'no page of a customer carries addresses, keys or hashes of anybody%s',
  async (ending) => {
    const foreign = [SECOND_CUSTOMER.email, 'ines@example.com', 'per@example.com', 'encrypted']
    const secrets = [portal.supabase.secretKey, portal.supabase.publishableKey, '$2a$', '$2b$']
    const paths = ['/account', '/tickets', `/tickets/${ticket.number}`, '/tickets/new']
    for (const path of [...paths, '/tickets/drafts']) {
      const text = await (await cast.customer.get(`${path}${ending}`)).text()
      for (const word of [...foreign, ...secrets]) expect(text).not.toContain(word)
    }
  },
)

test("the old way to a route's data leads no further than its page", async () => {
  for (const { id } of await listRoutes()) {
    const path = `/tickets/${ticket.number}?_data=${encodeURIComponent(id)}`
    const answer = await cast.secondCustomer.get(path)
    const text = await answer.text()
    expect(text).not.toContain(SECRET)
    expect(text).not.toContain(NOTE)
  }
})
