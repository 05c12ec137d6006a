import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gatherCast, type ActorName, type Cast } from '../support/actors'
import { pageFacts, type PageFacts } from '../support/page-facts'
import { startTestPortal, type TestPortal } from '../support/portal'
import { listRoutes, type ListedRoute } from '../support/route-manifest'
import { fileLinks, openTicket, picture, writeTicket } from '../support/ticket-forms'

type Row = {
  tier: ListedRoute['tier']
  /** Who its loader lets in; null for a page without one. */
  loader: 'public' | 'customer' | 'staff' | 'admin' | null
  action: 'public' | 'customer' | 'staff' | 'admin' | null
  /** The status for anonymous people, the customer whose ticket it is, an agent and an admin. */
  status: [anonymous: number, customer: number, agent: number, admin: number]
}

/** Every address of the portal. A new route fails until it stands here. */
const TABLE: Record<string, Row> = {
  '/': { tier: 'still', loader: null, action: null, status: [200, 200, 200, 200] },
  '/account': { tier: 'app', loader: 'customer', action: null, status: [302, 200, 200, 200] },
  '/admin': { tier: 'still', loader: 'staff', action: null, status: [302, 404, 302, 302] },
  '/admin/tickets': { tier: 'app', loader: 'staff', action: null, status: [302, 404, 200, 200] },
  '/admin/tickets/:number': {
    tier: 'app',
    loader: 'staff',
    action: 'staff',
    status: [302, 404, 200, 200],
  },
  '/auth/confirm': {
    tier: 'app',
    loader: 'public',
    action: 'public',
    status: [400, 400, 400, 400],
  },
  '/dev/mail': { tier: 'still', loader: 'public', action: null, status: [302, 302, 302, 302] },
  '/dev/ui': { tier: 'still', loader: 'public', action: null, status: [404, 404, 404, 404] },
  '/login': { tier: 'app', loader: 'public', action: 'public', status: [200, 200, 200, 200] },
  '/logout': { tier: 'still', loader: 'public', action: 'public', status: [302, 302, 302, 302] },
  '/signup': { tier: 'app', loader: null, action: 'public', status: [200, 200, 200, 200] },
  '/signup/sent': { tier: 'app', loader: null, action: null, status: [200, 200, 200, 200] },
  '/tickets': { tier: 'app', loader: 'customer', action: null, status: [302, 200, 200, 200] },
  '/tickets/:number': {
    tier: 'app',
    loader: 'customer',
    action: 'customer',
    status: [302, 200, 404, 404],
  },
  '/tickets/:number/files/:id': {
    tier: null,
    loader: 'customer',
    action: null,
    status: [302, 200, 200, 200],
  },
  '/tickets/drafts': {
    tier: 'app',
    loader: 'customer',
    action: null,
    status: [302, 200, 200, 200],
  },
  '/tickets/new': {
    tier: 'app',
    loader: 'customer',
    action: 'customer',
    status: [302, 200, 200, 200],
  },
  '/tickets/new/answers': {
    tier: 'app',
    loader: 'customer',
    action: 'customer',
    status: [302, 200, 404, 404],
  },
  '/*': { tier: 'still', loader: 'public', action: 'public', status: [404, 404, 404, 404] },
}

const ACTORS = ['anonymous', 'customer', 'agent', 'admin'] as const satisfies ActorName[]
const CASES = Object.keys(TABLE).flatMap((path) =>
  ACTORS.map((actor, index) => ({ path, actor, status: TABLE[path]!.status[index]! })),
)

const SUBJECT = 'A subject that only its people may read'

let portal: TestPortal
let cast: Cast
let routes: ListedRoute[]
let address: (path: string) => string

beforeAll(async () => {
  routes = await listRoutes()
  portal = await startTestPortal()
  cast = await gatherCast(portal)
  const { number } = await openTicket(cast.customer, { subject: SUBJECT, files: picture() })
  const [file = ''] = fileLinks(await (await cast.customer.get(`/tickets/${number}`)).text())
  const draft = randomUUID()
  await writeTicket(cast.customer, draft, { subject: SUBJECT })
  await cast.customer.get('/account') // shows the sentence that is kept for the next page
  address = (path) =>
    path
      .replace('/tickets/:number/files/:id', file)
      .replace(':number', String(number))
      .replace('/new/answers', `/new/answers?draft=${draft}`)
      .replace('*', 'no-such-page')
})

afterAll(() => portal.stop())

/** The address that Remix's client asks for data at. */
function dataTwin(path: string): string {
  const [pathname = '', query] = address(path).split('?')
  return `${pathname === '/' ? '/_root' : pathname}.data${query ? `?${query}` : ''}`
}

function expectedFacts({ tier }: Row, status: number, path: string): PageFacts {
  const shared: PageFacts = {
    status,
    scripts: 'none',
    csp: 'still',
    cache: 'no-store',
    setCookie: [],
  }
  if (status >= 300 && status < 400) return { ...shared, csp: 'locked' }
  if (status === 404) return shared
  if (tier === null) return { ...shared, csp: 'other', cache: 'private, no-store' }
  if (tier === 'app') return { ...shared, csp: 'app', scripts: 'by nonce' }
  const cache = path === '/*' ? 'no-store' : 'public, max-age=0, must-revalidate'
  return { ...shared, csp: tier, cache }
}

test('every route of the portal stands in the table, with its tier', () => {
  const built = Object.fromEntries(routes.map(({ path, tier }) => [path, tier]))
  const listed = Object.fromEntries(Object.entries(TABLE).map(([path, { tier }]) => [path, tier]))
  expect(built).toEqual(listed)
})

test.each(CASES)('$path answers $status to $actor', async ({ path, actor, status }) => {
  const facts = await pageFacts(await cast[actor].get(address(path)))
  expect(facts).toEqual(expectedFacts(TABLE[path]!, status, path))
})

test.each(CASES)('the data of $path is kept from $actor as its page is', async (row) => {
  const answer = await cast[row.actor].get(dataTwin(row.path))
  const text = await answer.text()
  const redirected = row.status >= 300 && row.status < 400
  expect(answer.status).toBe(redirected ? 202 : row.status)
  expect(answer.headers.get('Cache-Control')).toMatch(/no-store/)
  expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
  expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(answer.headers.getSetCookie()).toEqual([])
  if (row.status !== 200) expect(text).not.toContain(SUBJECT)
})

/** `export const loader = staffLoader(` → `staff`; null for a route without one. */
function guardOf(source: string, kind: 'loader' | 'action'): string | null {
  const wrapped = kind === 'loader' ? 'Loader' : 'Action'
  const [, guard] = new RegExp(`export const ${kind} = (\\w+)${wrapped}[<(]`).exec(source) ?? []
  if (guard) return guard
  if (kind === 'action' && /^export const action = loader$/m.test(source)) {
    return guardOf(source, 'loader')
  }
  const exported = new RegExp(`export [\\w ]*\\b${kind}\\b|export \\{[^}]*\\b${kind}\\b`)
  return exported.test(source) ? 'unwrapped' : null
}

test('every loader and action goes through the handler of the table', () => {
  const found = Object.fromEntries(
    routes.map(({ path, source }) => [
      path,
      { loader: guardOf(source, 'loader'), action: guardOf(source, 'action') },
    ]),
  )
  const listed = Object.fromEntries(
    Object.entries(TABLE).map(([path, { loader, action }]) => [path, { loader, action }]),
  )
  expect(found).toEqual(listed)
})

test('every route of the desk is for staff alone', () => {
  const desk = routes.filter(({ path }) => path.startsWith('/admin'))
  for (const { source } of desk) {
    expect(['staff', 'admin']).toContain(guardOf(source, 'loader'))
    expect(['staff', 'admin', null]).toContain(guardOf(source, 'action'))
  }
})
