import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PASSWORD } from '../support/people'
import { Actor, CUSTOMER, gatherCast, type Cast } from '../support/actors'
import { startTestPortal, type TestPortal } from '../support/portal'
import { rawBytes, rawRequest } from '../support/raw-http'
import { TYPED, writeTicket } from '../support/ticket-forms'

const MEGABYTE = 1024 * 1024

let portal: TestPortal
let cast: Cast

beforeAll(async () => {
  portal = await startTestPortal()
  cast = await gatherCast(portal)
})

afterAll(() => portal.stop())

const OPEN_REDIRECTS = [
  '//evil.example',
  '/\\evil.example',
  '/%5cevil.example',
  'https:evil.example',
  'https://evil.example',
  '\t//evil.example',
  '/\t/evil.example',
  '/..//evil.example',
  'javascript:alert(1)',
  '@evil.example',
  '///evil.example',
  '/%09/evil.example',
  `/${'a'.repeat(2_000)}`,
]

test.each(OPEN_REDIRECTS)('signing in does not lead to %j', async (next) => {
  const actor = new Actor(portal.url)
  const page = await (await actor.get(`/login?next=${encodeURIComponent(next)}`)).text()
  expect(page).toContain('name="next" value="/tickets"')
  const answer = await actor.post('/login', { email: CUSTOMER.email, password: PASSWORD, next })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('Location')).toBe('/tickets')
})

test('signing in leads back to the page that was asked for, with its query', async () => {
  const actor = new Actor(portal.url)
  const asked = await actor.get('/tickets?status=open&page=2')
  const login = asked.headers.get('Location')!
  expect(login).toBe('/login?next=%2Ftickets%3Fstatus%3Dopen%26page%3D2')
  const page = await (await actor.get(login)).text()
  expect(page).toContain('name="next" value="/tickets?status=open&amp;page=2"')
  const next = '/tickets?status=open&page=2'
  const answer = await actor.post('/login', { email: CUSTOMER.email, password: PASSWORD, next })
  expect(answer.headers.get('Location')).toBe(next)
})

test.each(['//evil.example', '//evil.example/%2f..', '/\\evil.example', '/%00', '/%'])(
  'the address %s is an unknown page and leads nowhere',
  async (path) => {
    const answer = await rawRequest(portal.url, path)
    expect([400, 404]).toContain(answer.status)
    expect(answer.headers.location).toBeUndefined()
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
  },
)

test.each(['http://evil.example/', '*', 'tickets'])(
  'the request target %s is no address of ours',
  async (target) => {
    const heard = await rawBytes(portal.url, `GET ${target} HTTP/1.1\r\nHost: localhost\r\n\r\n`)
    expect(heard).toMatch(/^HTTP\/1\.1 400/)
  },
)

test('an address of more than 8 kB is refused with a page', async () => {
  const answer = await cast.anonymous.get(`/search?q=${'a'.repeat(8_200)}`)
  expect(answer.status).toBe(414)
  expect(await answer.text()).toContain('This address is too long')
})

test('ten thousand parameters are refused with a page', async () => {
  const query = Array.from({ length: 10_000 }, (_, i) => `p${i}=1`).join('&')
  expect((await rawRequest(portal.url, `/tickets?${query}`)).status).toBeGreaterThanOrEqual(414)
})

test('a megabyte of headers is refused with a sentence, and the server lives', async () => {
  const head = `GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'a'.repeat(MEGABYTE)}\r\n\r\n`
  expect(await rawBytes(portal.url, head)).toMatch(/^(HTTP\/1\.1 431|$)/)
  expect((await cast.anonymous.get('/health')).status).toBe(200)
})

test.each([
  ['a bad method', 'G@T / HTTP/1.1\r\nHost: x\r\n\r\n'],
  [
    'two lengths',
    'POST /login HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na',
  ],
  [
    'a length and chunks',
    'POST /login HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
  ['nonsense', '\u0000\u0001\u0002\r\n\r\n'],
])('%s is refused with a sentence and nosniff', async (_what, bytes) => {
  const heard = await rawBytes(portal.url, bytes)
  expect(heard).toMatch(/^HTTP\/1\.1 400/)
  expect(heard).toMatch(/X-Content-Type-Options: nosniff/)
  expect(heard).toContain('This request cannot be read.')
})

// Browsers open connections ahead: what is said on one of them is taken for the answer to the next click.
test.concurrent('a connection on which nobody asks is closed without a word', async () => {
  expect(await rawBytes(portal.url, '', 40_000)).toBe('')
})

test.concurrent(
  'whoever stops in the middle of the headers is told that it took too long',
  async () => {
    const heard = await rawBytes(portal.url, 'GET / HTTP/1.1\r\nHost: local', 40_000)
    expect(heard).toMatch(/^HTTP\/1\.1 408/)
    expect(heard).toContain('This request took too long.')
  },
)

test('a body that says it is over the limit is refused with a page before it is sent', async () => {
  const head = [
    'POST /login HTTP/1.1',
    `Host: ${new URL(portal.url).host}`,
    `Origin: ${portal.url}`,
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${200 * MEGABYTE}`,
  ]
  const heard = await rawBytes(portal.url, `${head.join('\r\n')}\r\n\r\nemail=`)
  expect(heard).toMatch(/^HTTP\/1\.1 413/)
  expect(heard).toContain('That is too large')
})

test('a body without a length is refused once it is over the limit', async () => {
  const chunk = new Uint8Array(MEGABYTE).fill(97)
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent >= 130) return controller.close()
      sent += 1
      controller.enqueue(chunk)
    },
  })
  const headers = { Origin: portal.url, 'Content-Type': 'application/x-www-form-urlencoded' }
  const init = { method: 'POST', body, headers, duplex: 'half' } as const
  const status = await cast.anonymous.request('/login', init).then(
    (answer) => answer.status,
    () => 'broken off',
  )
  expect([400, 413, 'broken off']).toContain(status)
  expect((await cast.anonymous.get('/health')).status).toBe(200)
})

test.each([
  ['a subject of 1 MB', { subject: 'a'.repeat(MEGABYTE) }],
  ['a description of 1 MB', { description: 'a'.repeat(MEGABYTE) }],
])('%s is refused, and no draft keeps it', async (_what, fields) => {
  const id = randomUUID()
  const answer = await writeTicket(cast.customer, id, fields)
  expect([400, 413, 422]).toContain(answer.status)
  const kept = await portal.supabase.query('select 1 from public.ticket_drafts where id = $1', [id])
  expect(kept).toEqual([])
})

test('a description of 100,000 characters is refused with its length, and kept', async () => {
  const answer = await writeTicket(cast.customer, randomUUID(), { description: 'é'.repeat(90_000) })
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('it has 90,000 characters and 20,000 fit')
  expect(page).toContain('é'.repeat(90_000))
})

test.each([
  ['an index that would make a long array', { 'subject[99999999]': 'x', ...TYPED }],
  ['a name that is no path', { 'a]b': 'x', 'c[': 'y', ...TYPED }],
  ['a name of prototypes', { __proto__: 'x', 'constructor.prototype.x': '1', '__proto__.x': '1' }],
  ["conform's own words", { __intent__: '{"type":"reset"}', __state__: '{"key":{}}' }],
])('a form with %s is answered quickly and without a 500', async (_what, fields) => {
  const started = performance.now()
  for (const path of ['/login', '/signup', `/tickets/new?draft=${randomUUID()}`]) {
    const answer = await cast.customer.post(path, fields as Record<string, string>)
    expect(answer.status).toBeLessThan(500)
  }
  expect(performance.now() - started).toBeLessThan(5_000)
})

const STRANGE = [
  '',
  'a',
  'a'.repeat(7_000),
  '%25_%5C',
  '%22unbalanced',
  "'",
  '):*',
  '%26|!',
  '%00',
  '%ED%A0%80',
  '%F0%9F%98%80',
]

test.each(STRANGE)('a search for %j never fails', async (q) => {
  for (const path of ['/tickets', '/tickets.data']) {
    const answer = await cast.customer.get(`${path}?q=${q}`)
    expect(answer.status).toBe(200)
  }
  expect((await cast.agent.get(`/admin/tickets?view=all&q=${q}`)).status).toBe(200)
})

test.each([
  'page=-1',
  'page=1e9',
  'page=NaN',
  'page=9999',
  'from=2026-02-31',
  'from=0000-00-00&to=9999-99-99',
  'from=0001-01-01&to=9999-12-31',
  'sort=id;drop table tickets',
  'status=in.(new)',
  'category=%27%22',
  'view=__proto__',
  'status=new&status=open',
])('the list asked with %s answers', async (query) => {
  expect((await cast.customer.get(`/tickets?${query}`)).status).toBe(200)
  expect((await cast.agent.get(`/admin/tickets?${query}`)).status).toBe(200)
})

test.each([
  '0',
  '-1',
  '1e3',
  '01001',
  '2147483648',
  '99999999999999999999',
  '1001%20',
  'abc',
  '1001.5',
  '%00',
])('the ticket number %s is an unknown page', async (number) => {
  expect((await cast.customer.get(`/tickets/${number}`)).status).toBe(404)
  expect((await cast.agent.get(`/admin/tickets/${number}`)).status).toBe(404)
})

test.each([
  'x',
  '00000000-0000-0000-0000-000000000000',
  "'; drop table tickets",
  '%00',
  'A'.repeat(500),
])('the file %j is an unknown page', async (id) => {
  expect((await cast.customer.get(`/tickets/1001/files/${encodeURIComponent(id)}`)).status).toBe(
    404,
  )
})
