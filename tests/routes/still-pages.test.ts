import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestPortal, type TestPortal } from '../support/portal'

let portal: TestPortal

beforeAll(async () => {
  portal = await startTestPortal()
})
afterAll(() => portal.stop())

const get = (path: string, init?: RequestInit) =>
  fetch(portal.url + path, { redirect: 'manual', ...init })

const ARTICLE = '/kb/tickets/add-files'

test('an article is the same bytes for everybody, without script and without cookies', async () => {
  const first = await get(ARTICLE)
  const second = await get(ARTICLE, {
    headers: { Cookie: 'portico-session=anything; portico-flash=x' },
  })
  expect(await second.text()).toBe(await first.text())
  expect(first.headers.get('set-cookie')).toBeNull()
  expect(second.headers.get('set-cookie')).toBeNull()
  expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
})

test('an article and its stylesheet weigh at most 15 kB, compressed', async () => {
  const html = await (await get(ARTICLE)).text()
  expect(html).not.toMatch(/<script|\son\w+=|style=/)
  const stylesheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(
    ([, href]) => href!,
  )
  const css = await Promise.all(stylesheets.map(async (href) => (await get(href)).text()))
  const bytes = [html, ...css].reduce((sum, text) => sum + brotliCompressSync(text).length, 0)
  expect(stylesheets).toHaveLength(1)
  expect(bytes).toBeLessThanOrEqual(15_000)
})

test('an unchanged article costs a 304', async () => {
  const etag = (await get(ARTICLE)).headers.get('etag')!
  const again = await get(ARTICLE, { headers: { 'If-None-Match': etag } })
  expect(again.status).toBe(304)
  expect(await again.text()).toBe('')
})

test.each(['br', 'gzip', 'identity'])('an article comes as %s', async (encoding) => {
  const answer = await get(ARTICLE, { headers: { 'Accept-Encoding': encoding } })
  expect(answer.headers.get('content-encoding') ?? 'identity').toBe(encoding)
  expect(await answer.text()).toContain('<h1>')
})

test('each document has a twin in Markdown', async () => {
  const twin = await get(`${ARTICLE}.md`)
  expect(twin.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
  expect(await twin.text()).toMatch(/^# /)
  expect((await get('/kb/tickets/no-such-article.md')).status).toBe(404)
})

test('the site map lists every document, and robots are told of it', async () => {
  const map = await (await get('/sitemap.xml')).text()
  expect(map).toContain(`<loc>${portal.url}${ARTICLE}</loc>`)
  expect(map, 'what staff read is no page').not.toContain('/desk')
  expect(await (await get('/robots.txt')).text()).toContain(`Sitemap: ${portal.url}/sitemap.xml`)
})

test.each([
  '/kb/tickets/../../../etc/passwd',
  '/kb/%2e%2e/%2e%2e/etc/passwd',
  '/kb/tickets/%2e%2e%2fadd-files',
  '/kb/tickets/%00',
  '/kb/__proto__/constructor',
  '/kb/nothing',
  '/kb/tickets/nothing',
  '/faq/nothing/nothing',
  '/tutorials/nothing',
  '/tutorials/first-ticket/nothing',
  '/kb/tickets/%E0%A4%A',
  '/kb/desk',
  '/kb/desk/work-the-queue',
  '/kb/desk/work-the-queue.md',
  '/faq/desk',
  '/faq/desk/hand-over',
])('%s is a page that says it is not there', async (path) => {
  const answer = await get(path)
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.status).toBeLessThan(500)
  expect(await answer.text()).toContain('<h1')
})

const QUERIES: [name: string, query: string][] = [
  ['nothing', ''],
  ['spaces', '   '],
  ['one letter', 'a'],
  ['10,000 letters', 'a'.repeat(7_000)],
  ['1,000 words', 'how do I '.repeat(700)],
  ['SQL wildcards', '%_\\'],
  ['an open quotation', '"unbalanced'],
  ['an apostrophe', "'"],
  ['query operators', 'a:b AND (c OR -d) ~2 ^4 [x TO y] +must -not &|! :*'],
  ['a regular expression bomb', '(a+)+$'.repeat(200)],
  ['markup', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['a path', '../../etc/passwd'],
  ['words of JavaScript', '__proto__ constructor toString hasOwnProperty'],
  ['piled-up accents', 'e' + '\u0301'.repeat(1000)],
  ['emoji', '🦔👩‍👩‍👧‍👦🏳️‍🌈'],
  ['another writing direction', '\u202eexe.txt مرحبا'],
  ['full-width letters', 'ｔｉｃｋｅｔ'],
]

test.each(QUERIES)('a search for %s is answered in time', async (_name, query) => {
  for (const path of ['/search', '/faq', '/kb/tickets']) {
    const started = performance.now()
    const answer = await get(`${path}?${new URLSearchParams({ q: query }).toString()}`)
    const html = await answer.text()
    expect(answer.status).toBeLessThan(500)
    expect([200, 414]).toContain(answer.status)
    expect(performance.now() - started).toBeLessThan(500)
    expect(html).not.toMatch(/<script|<img src=x/)
  }
})

test.each(['%00', 'a%00b', '%ED%A0%80', '%F0%9F', '%ff', '%'])(
  'the raw query q=%s is answered',
  async (raw) => {
    expect((await get(`/search?q=${raw}`)).status).toBe(200)
  },
)

test('é is found by e, and what is wrong only in one letter is found too', async () => {
  const html = await (await get('/search?q=pictur%C3%A9')).text()
  expect(html).toContain(ARTICLE)
})

test('past the last page of results stand those of the last page', async () => {
  const html = await (await get('/search?q=ticket&page=99')).text()
  expect(html).not.toContain('Nothing fits')
  const last = /aria-current="page"[^>]*>(?:<[^>]+>|Page |\s)*(\d+)/.exec(html)?.[1]
  expect(Number(last)).toBeGreaterThan(1)
})

test('a search in one subject says when it shows only some of what it found', async () => {
  const html = await (await get('/kb/tickets?q=ticket')).text()
  expect(html).toMatch(/\d+ results, of which these 10 fit best,/)
})
