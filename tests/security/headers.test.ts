import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gatherCast, type ActorName, type Cast } from '../support/actors'
import { projectFolder } from '../support/database-fingerprint'
import { nonceOf } from '../support/page-facts'
import { startTestPortal, type TestPortal } from '../support/portal'
import { rawBytes, rawRequest } from '../support/raw-http'
import { fileLinks, openTicket, picture } from '../support/ticket-forms'

let portal: TestPortal
let cast: Cast
let file: string
let number: number
const asset = `/assets/${readdirSync(join(projectFolder, 'build/portal/client/assets'))[0]}`

beforeAll(async () => {
  portal = await startTestPortal()
  cast = await gatherCast(portal)
  number = (await openTicket(cast.customer, { files: picture() })).number
  file = fileLinks(await (await cast.customer.get(`/tickets/${number}`)).text())[0]!
})

afterAll(() => portal.stop())

/** One address of each kind of answer. */
const ANSWERS: [kind: string, actor: ActorName, path: () => string, status: number][] = [
  ['a still page', 'anonymous', () => '/', 200],
  ['a page of the app', 'anonymous', () => '/login', 200],
  ['a private page', 'customer', () => '/tickets', 200],
  ['its data', 'customer', () => '/tickets.data', 200],
  ['the desk', 'agent', () => '/admin/tickets', 200],
  ['a file', 'customer', () => file, 200],
  ['a file that is not there', 'customer', () => file.replace(/.$/, 'z'), 404],
  ['an unknown page', 'anonymous', () => '/no-such-page', 404],
  ['the data of an unknown page', 'anonymous', () => '/no-such-page.data', 404],
  ['a redirect', 'anonymous', () => '/tickets', 302],
  ['the data of a redirect', 'anonymous', () => '/tickets.data', 202],
  ['a stylesheet or script', 'anonymous', () => asset, 200],
  ['an asset that is not there', 'anonymous', () => '/assets/nothing.js', 404],
  ['a probe', 'anonymous', () => '/health', 200],
  ['an address that is too long', 'anonymous', () => `/search?q=${'a'.repeat(9_000)}`, 414],
]

test.each(ANSWERS)('%s carries every header of safety', async (_kind, actor, path, status) => {
  const { headers, ...answer } = await cast[actor].get(path()).then((response) => ({
    status: response.status,
    headers: response.headers,
  }))
  expect(answer.status).toBe(status)
  const csp = headers.get('Content-Security-Policy') ?? ''
  expect(csp).toContain("default-src 'none'")
  expect(csp).toContain("frame-ancestors 'none'")
  expect(csp).not.toMatch(/unsafe-|\*|https?:/)
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(headers.get('Referrer-Policy')).toBe('same-origin')
  expect(headers.get('Permissions-Policy')).toContain('camera=(), microphone=(), geolocation=()')
  expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin')
  expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin')
  expect(headers.get('X-Frame-Options')).toBe('DENY')
  for (const absent of ['Server', 'X-Powered-By', 'Access-Control-Allow-Origin']) {
    expect(headers.get(absent)).toBeNull()
  }
})

test.each(ANSWERS)(
  '%s is kept by a cache only when it is for everybody',
  async (kind, who, path) => {
    const cache = (await cast[who].get(path())).headers.get('Cache-Control')
    const shared: Record<string, string> = {
      'a still page': 'public, max-age=0, must-revalidate',
      'a stylesheet or script': 'public,max-age=31536000,immutable',
      'a file': 'private, no-store',
    }
    expect(cache).toBe(shared[kind] ?? 'no-store')
  },
)

test('a page of ours says what it may load, and nothing else', async () => {
  const response = await cast.customer.get('/tickets')
  expect(response.headers.get('Content-Security-Policy')!.split('; ')).toEqual([
    "default-src 'none'",
    `script-src 'nonce-${nonceOf(response)}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ])
})

test('the nonce is 128 bits and another one each time', async () => {
  const pages = await Promise.all(Array.from({ length: 20 }, () => cast.anonymous.get('/login')))
  const nonces = pages.map(nonceOf)
  expect(new Set(nonces).size).toBe(20)
  for (const nonce of nonces) expect(Buffer.from(nonce, 'base64')).toHaveLength(16)
})

test('every redirect stays on our own origin and carries no page', async () => {
  for (const path of ['/tickets', '/admin', '/logout', '/account']) {
    const answer = await cast.anonymous.get(path)
    expect(answer.headers.get('Location')).toMatch(/^\/(?!\/)/)
    expect(await answer.text()).toBe('')
  }
})

test.each(['evil.example', 'evil.example:80', 'localhost.evil.example', ''])(
  'the Host header "%s" changes nothing in a page, a redirect or a cookie',
  async (host) => {
    const headers = {
      Host: host,
      'X-Forwarded-Host': 'evil.example',
      Forwarded: 'host=evil.example',
    }
    for (const path of ['/login', '/', '/tickets', '/no-such-page']) {
      const answer = await rawRequest(portal.url, path, { headers })
      const ours = await rawRequest(portal.url, path)
      expect(answer.status).toBe(ours.status)
      expect(answer.headers.location).toBe(ours.headers.location)
      expect(JSON.stringify(answer)).not.toContain('evil')
    }
  },
)

test('another name of this machine leads to the name that cookies are for', async () => {
  const headers = { Host: '127.0.0.1:9' }
  const answer = await rawRequest(portal.url, '/tickets?page=2', { headers })
  expect(answer.status).toBe(308)
  expect(answer.headers.location).toBe(`${portal.url}/tickets?page=2`)
})

test.each(['TRACE', 'OPTIONS', 'PROPFIND', 'PUT', 'PATCH', 'DELETE'])(
  '%s is refused, and says what is answered',
  async (method) => {
    const answer = await rawRequest(portal.url, '/tickets', { method, headers: { Cookie: 'a=b' } })
    expect(answer.status).toBe(405)
    expect(answer.headers.allow).toBe('GET, HEAD, POST')
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    expect(answer.body).not.toContain('a=b')
  },
)

test('CONNECT is no way through', async () => {
  const heard = await rawBytes(portal.url, 'CONNECT evil.example:80 HTTP/1.1\r\nHost: e\r\n\r\n')
  expect(heard).not.toMatch(/^HTTP\/1.1 2/)
})

/** What says when and how an answer came, not what it is. */
const HOW_IT_CAME = /^(?:date|x-request-id|transfer-encoding|connection|content-length)$/

test.each(ANSWERS)('HEAD of %s answers as GET does, without a body', async (_kind, actor, path) => {
  const headers: Record<string, string> = { Cookie: cast[actor].cookieHeader() }
  const get = await rawRequest(portal.url, path(), { headers })
  const head = await rawRequest(portal.url, path(), { method: 'HEAD', headers })
  expect(head.body).toBe('')
  expect(head.status).toBe(get.status)
  const comparable = ({ headers: all }: typeof get) =>
    Object.fromEntries(
      Object.entries(all)
        .filter(([name]) => !HOW_IT_CAME.test(name))
        .map(([name, value]) => [name, String(value).replace(/nonce-[^']+/, 'nonce')]),
    )
  expect(comparable(head)).toEqual(comparable(get))
})

test('a request of another origin gets no permission to read the answer', async () => {
  for (const origin of ['https://evil.example', 'null']) {
    const answer = await cast.customer.get('/tickets', { Origin: origin })
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull()
    expect(answer.headers.get('Access-Control-Allow-Credentials')).toBeNull()
  }
})

test('on https, cookies and HSTS hold the browser to it', async () => {
  const secure = await startTestPortal({ PUBLIC_URL: 'https://help.example.com' })
  try {
    const answer = await fetch(`${secure.url}/`)
    expect(answer.headers.get('Strict-Transport-Security')).toBe(
      'max-age=63072000; includeSubDomains',
    )
  } finally {
    await secure.stop()
  }
})

test('nothing of the sources, of git or of the settings is served', async () => {
  const paths = ['/.git/HEAD', '/.env', '/package.json', '/assets/../server/index.js']
  const encoded = [
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
    '/%2egit/HEAD',
  ]
  for (const path of [
    ...paths,
    ...encoded,
    '/build/portal/server/index.js',
    '/__manifest?p=/admin',
  ]) {
    const answer = await rawRequest(portal.url, path)
    expect({ path, status: answer.status }).toEqual({ path, status: 404 })
  }
})

test('no source map leaves the build', () => {
  const files = readdirSync(join(projectFolder, 'build/portal/client'), { recursive: true })
  expect(files.filter((name) => String(name).endsWith('.map'))).toEqual([])
})
