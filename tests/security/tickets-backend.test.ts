import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { Actor, CUSTOMER, gatherCast, type Cast, type Fields } from '../support/actors'
import { startFaultyProxy, type Fault, type FaultyProxy } from '../support/faulty-proxy'
import { startTestPortal, type TestPortal } from '../support/portal'
import { listRoutes } from '../support/route-manifest'
import {
  fileLinks,
  makeFeed,
  openTicket,
  realPicture,
  reply,
  sendTicket,
  ticketNumberIn,
  TYPED,
  writeTicket,
} from '../support/ticket-forms'

const FAULTS: Fault[] = ['refuse', 'hang', 'html', 'error', 'half-json', 'broken-off']
/** Longer than this nobody should wait to be told (ms). */
const PATIENCE_MS = 10_000
const SECRET = 'zebra-crossing-seventeen'

let proxy: FaultyProxy
let portal: TestPortal
let cast: Cast
let number: number
let pages: Record<string, string>

beforeAll(async () => {
  proxy = await startFaultyProxy()
  portal = await startTestPortal({ SUPABASE_URL: proxy.url })
  proxy.sendTo(portal.supabase.url)
  cast = await gatherCast(portal)
  const opened = await openTicket(cast.customer, { subject: SECRET, files: realPicture() })
  number = opened.number
  const ticket = `/tickets/${number}`
  const file = fileLinks(await (await cast.customer.get(ticket)).text())[0]!
  const draft = randomUUID()
  await writeTicket(cast.customer, draft)
  pages = {
    '/tickets': '/tickets',
    '/tickets/:number': ticket,
    '/tickets/:number/feed': `${ticket}/feed`,
    '/tickets/:number/feed.atom': await makeFeed(cast.customer, number),
    '/tickets/:number/files/:id': file,
    '/tickets/:number/files/:id/thumbnail': `${file}/thumbnail`,
    '/tickets/:number/files/:id/view': `${file}/view`,
    '/tickets/drafts': '/tickets/drafts',
    '/tickets/export.csv': '/tickets/export.csv',
    '/tickets/export.json': '/tickets/export.json',
    '/tickets/insights': '/tickets/insights',
    '/tickets/new': `/tickets/new?draft=${draft}`,
    '/tickets/new/answers': `/tickets/new/answers?draft=${draft}`,
  }
})

afterEach(() => proxy.heal())

afterAll(async () => {
  await portal.stop()
  await proxy.close()
})

async function timed(answer: Promise<Response>) {
  const started = performance.now()
  const response = await answer
  return { response, text: await response.text(), ms: performance.now() - started }
}

/** Says so, in words and with a time to try again, soon enough, and nothing of what it could not read. */
async function expectSorry(answer: Promise<Response>) {
  const { response, text, ms } = await timed(answer)
  expect(response.status).toBe(503)
  expect(response.headers.get('Retry-After')).toBe('30')
  expect(response.headers.get('Cache-Control')).toMatch(/no-store/)
  expect(text).not.toContain(SECRET)
  expect(text).not.toMatch(/node_modules|nginx|XX000|disk of the database|PGRST/)
  expect(ms).toBeLessThan(PATIENCE_MS)
  return text
}

test('every page of tickets is asked', async () => {
  const paths = (await listRoutes()).map(({ path }) => path)
  expect(Object.keys(pages).sort()).toEqual(
    paths.filter((path) => /^\/tickets(\/|$)/.test(path)).sort(),
  )
})

test.each(FAULTS)('when Supabase answers with %s, every page of tickets says so', async (fault) => {
  proxy.fail('/', fault)
  await Promise.all(Object.values(pages).map((path) => expectSorry(cast.customer.get(path))))
  proxy.heal()
  for (const path of Object.values(pages)) {
    expect((await cast.customer.get(path)).status).toBe(200)
  }
})

test.each(FAULTS)(
  'when the REST API alone answers with %s, no page of tickets opens to anybody',
  async (fault) => {
    proxy.fail('/rest', fault)
    const others = [cast.secondCustomer, cast.agent]
    await Promise.all(
      Object.values(pages).flatMap((path) => others.map((actor) => expectSorry(actor.get(path)))),
    )
  },
)

const WRITES = ['refuse', 'hang', 'error', 'half-json'] as const

test.each(WRITES)(
  'a reply that is sent while Supabase answers with %s can be sent again, and is one message',
  async (fault) => {
    const id = randomUUID()
    const page = `/tickets/${number}`
    proxy.fail('/rest', fault)
    expect(await expectSorry(reply(cast.customer, page, { reply: 'Again' }, id))).toContain(
      'This page cannot be shown just now',
    )
    proxy.heal()
    proxy.fail('/rest/v1/rpc/reply_to_ticket', fault)
    await expectSorry(reply(cast.customer, page, { reply: 'Again' }, id))
    proxy.heal()
    for (let times = 0; times < 2; times += 1) {
      expect((await reply(cast.customer, page, { reply: 'Again' }, id)).status).toBe(303)
    }
    const messages = await portal.supabase.query(
      'select 1 from public.ticket_messages where id = $1',
      [id],
    )
    expect(messages).toHaveLength(1)
  },
)

test.each(WRITES)(
  'a draft that was saved is whole after Supabase answered with %s to the next save',
  async (fault) => {
    const id = randomUUID()
    const page = `/tickets/new?draft=${id}`
    await cast.customer.post(page, { ...TYPED, description: 'First', intent: 'draft' })
    proxy.fail('/rest/v1/rpc/save_draft', fault)
    const again = { ...TYPED, description: 'First and second', intent: 'autosave' }
    const { response, ms } = await timed(cast.customer.post(`/tickets/new.data?draft=${id}`, again))
    expect(response.status).toBe(503)
    expect(ms).toBeLessThan(PATIENCE_MS)
    proxy.heal()
    expect(await (await cast.customer.get(page)).text()).toContain('First</textarea>')
    await cast.customer.post(`/tickets/new.data?draft=${id}`, again)
    expect(await (await cast.customer.get(page)).text()).toContain('First and second</textarea>')
  },
)

test.each(['refuse', 'hang', 'error', 'half-json', 'broken-off'] as const)(
  'when Storage answers with %s midway, text and earlier files are kept, soon',
  async (fault) => {
    const id = randomUUID()
    await writeTicket(cast.customer, id, { files: realPicture('first.png') })
    proxy.fail('/storage', fault)
    const files = [realPicture('second.png'), realPicture('third.png')]
    const { response, text, ms } = await timed(writeTicket(cast.customer, id, { files }))
    expect(ms).toBeLessThan(PATIENCE_MS)
    expect(response.status).toBe(422)
    for (const kept of ['first.png', TYPED.description]) expect(text).toContain(kept)
    for (const { name } of files) expect(text).toContain(`“${name}” could not be kept just now`)
    proxy.heal()
    const form = await (await cast.customer.get(`/tickets/new?draft=${id}`)).text()
    expect(form).toContain(TYPED.description)
    expect(form).toContain('first.png')
    expect(form).not.toContain('second.png')
    await writeTicket(cast.customer, id, { files: realPicture('second.png') })
    const sent = await cast.customer.get(
      `/tickets/${ticketNumberIn(await sendTicket(cast.customer, id))}`,
    )
    expect(fileLinks(await sent.text()).length).toBeGreaterThanOrEqual(2)
  },
)

test.each(['refuse', 'hang', 'error'] as const)(
  'a form whose session has ended while Supabase answers with %s is not taken for parked',
  async (fault) => {
    const id = randomUUID()
    const page = `/tickets/new?draft=${id}`
    const form = await (await cast.customer.get(page)).text()
    const permit = /name="permit" value="([^"]+)"/.exec(form)![1]!
    const signedOut = new Actor(portal.url)
    proxy.fail('/rest', fault)
    await expectSorry(signedOut.post(page, { ...TYPED, permit, intent: 'continue' }))
    proxy.heal()
    const answer = await signedOut.post(page, { ...TYPED, permit, intent: 'continue' })
    expect(answer.headers.get('Location')).toMatch(/^\/login\?next=/)
    const writer = await new Actor(portal.url).signIn(CUSTOMER.email)
    expect(await (await writer.get(page)).text()).toContain(TYPED.description)
  },
)

/** A form's permit, and what a person reads who comes back to the page signed in. */
async function losesTheSession(page: string, fields: Fields) {
  const form = await (await cast.customer.get(page)).text()
  const permit = /name="permit" value="([^"]+)"/.exec(form)![1]!
  const answer = await new Actor(portal.url).post(page, { permit, ...fields })
  expect(answer.headers.get('Location')).toMatch(/^\/login\?next=/)
  proxy.heal()
  const writer = await new Actor(portal.url).signIn(CUSTOMER.email)
  return { writer, html: await (await writer.get(page)).text() }
}

const lost = [realPicture('second.png'), realPicture('third.png')]

test.each(['refuse', 'hang'] as const)(
  'when Storage answers with %s to a parked form, its text is kept and its lost files are named',
  async (fault) => {
    const id = randomUUID()
    const page = `/tickets/new?draft=${id}`
    await writeTicket(cast.customer, id, { files: realPicture('first.png') })
    proxy.fail('/storage', fault)
    const { writer, html } = await losesTheSession(page, { ...TYPED, files: lost })
    expect(html).toContain(TYPED.description)
    expect(html).toMatch(/Not attached:.*second\.png.*third\.png.*could not be kept/s)
    const kept = /id="kept-files".*?<\/ul>/s.exec(html)?.[0]
    expect(kept).toContain('first.png')
    for (const { name } of lost) expect(kept).not.toContain(name)

    await writeTicket(writer, id, { files: lost[0]! })
    const again = await (await writer.get(page)).text()
    expect(again).toMatch(/Not attached:.*third\.png/s)
    expect(again).not.toMatch(/Not attached:[^.]*second\.png/)
  },
)

test.each(['', 'A reply with pictures'])(
  'the lost files of a parked reply are named, and gone with it (%j)',
  async (text) => {
    const id = randomUUID()
    const page = `/tickets/${number}?reply=${id}`
    proxy.fail('/storage', 'refuse')
    const typed = { intent: 'reply', reply: text, files: [...lost, new File(['MZ'], 'run.exe')] }
    const { writer, html } = await losesTheSession(page, typed)
    expect(html).toContain(`${text}</textarea>`)
    expect(html).toMatch(/Not attached:.*second\.png.*third\.png.*run\.exe/s)
    const sent = await reply(writer, `/tickets/${number}`, { reply: 'Without them' }, id)
    expect(sent.status).toBe(303)
    expect(await (await writer.get(`/tickets/${number}`)).text()).not.toContain('Not attached')
  },
)

test('a reply sent twice succeeds twice, though one file arrives after the reply was sent', async () => {
  const id = randomUUID()
  const send = () =>
    reply(cast.customer, `/tickets/${number}`, { reply: 'Once', files: realPicture() }, id)
  const release = proxy.hold('/storage')
  const late = send()
  await expect.poll(() => proxy.count('/storage')).toBe(1)
  expect((await send()).status).toBe(303)
  release()
  expect((await late).status).toBe(303)
})

test('an export that nobody waits for any more asks no further', async () => {
  await portal.supabase.query(
    `with opened as (
      insert into public.tickets (id, requester_id, subject, category)
      select gen_random_uuid(), u.id, 'Ticket ' || n, 'other'
      from auth.users u, generate_series(1, 1500) as n
      where u.email = 'tomas@example.com'
      returning id, requester_id
    )
    insert into public.ticket_messages (id, ticket_id, author_id, body)
    select id, id, requester_id, repeat('What happened. ', 200) from opened`,
  )
  const asked = () => proxy.count('/rest/v1/rpc/export_tickets')
  // The database works in this process: whether connections have ended meanwhile, the first request finds out.
  await cast.secondCustomer.get('/tickets').catch(() => null)
  proxy.heal()
  await (await cast.secondCustomer.get('/tickets/export.json')).text()
  const pages = asked()
  expect(pages).toBeGreaterThan(10)

  proxy.heal()
  const answer = await cast.secondCustomer.get('/tickets/export.json')
  await answer.body!.cancel()
  let before = -1
  await expect
    .poll(() => before === (before = asked()), { interval: 1_000, timeout: 20_000 })
    .toBe(true)
  expect(asked()).toBeLessThan(pages / 2)
})

test('the list needs two calls, who asks included; a ticket and its figures few', async () => {
  const calls = async (path: string) => {
    proxy.heal()
    await cast.customer.get(path)
    return proxy.count('/')
  }
  expect(await calls('/tickets?q=zebra&status=new&sort=priority')).toBe(2)
  expect(await calls('/tickets/insights')).toBe(2)
  expect(await calls(pages['/tickets/:number']!)).toBeLessThanOrEqual(3)
  expect(await calls(pages['/tickets/:number/feed.atom']!)).toBeLessThanOrEqual(2)
})

test.each(['refuse', 'hang', 'error'] as const)(
  'a message with files is not split off while Storage answers with %s; then it is, with all of them',
  async (fault) => {
    const messageId = randomUUID()
    const files = [realPicture('one.png'), new File([messageId], 'two.txt')]
    const page = `/tickets/${number}`
    expect((await reply(cast.customer, page, { reply: 'Another', files }, messageId)).status).toBe(
      303,
    )
    const split = () =>
      cast.agent.post(`/admin${page}/split?message=${messageId}`, { id, subject: 'Another one' })
    const id = randomUUID()
    const made = () => portal.supabase.query('select 1 from public.tickets where id = $1', [id])

    proxy.fail('/storage', fault)
    await expectSorry(split())
    expect(await made()).toEqual([])
    proxy.heal()
    const answer = await split()
    expect(answer.status).toBe(303)
    expect(await made()).toHaveLength(1)
    const desk = await (await cast.agent.get(answer.headers.get('Location')!)).text()
    expect(desk).toContain('one.png')
    expect(desk).toContain('two.txt')
    for (const link of fileLinks(desk)) {
      expect((await cast.agent.get(link)).status).toBe(200)
    }
  },
)
