import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CUSTOMER, gatherCast, type ActorName, type Cast } from '../support/actors'
import { STAFF } from '../support/people'
import { pageFacts, type PageFacts } from '../support/page-facts'
import { startTestPortal, type TestPortal } from '../support/portal'
import { listRoutes, type ListedRoute } from '../support/route-manifest'
import {
  fileLinks,
  makeFeed,
  openTicket,
  realPicture,
  writeTicket,
  reply,
} from '../support/ticket-forms'
import { TABLE, type Row } from './route-table'

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
  const { number } = await openTicket(cast.customer, { subject: SUBJECT, files: realPicture() })
  const [file = ''] = fileLinks(await (await cast.customer.get(`/tickets/${number}`)).text())
  const replyId = randomUUID()
  await reply(cast.customer, `/tickets/${number}`, { reply: 'And something else.' }, replyId)
  const feed = await makeFeed(cast.customer, number)
  const draft = randomUUID()
  await writeTicket(cast.customer, draft, { subject: SUBJECT })
  await cast.customer.get('/account') // shows the sentence that is kept for the next page
  await addMacros(draft)
  const published = await publishedPaths()
  const people = await portal.supabase.query<{ id: string; email: string }>(
    'select id, email from auth.users',
  )
  const ids = Object.fromEntries(people.map(({ id, email }) => [email, id]))
  address = (path) =>
    published.find((one) => matches(path, one)) ??
    path
      .replace('/tickets/:number/files/:id', file)
      .replace('/tickets/:number/feed.atom', feed)
      .replace(':number', String(number))
      .replace('/customers/:id', `/customers/${ids[CUSTOMER.email]}`)
      .replace('/categories/:slug', '/categories/other')
      .replace('/macros/:id', `/macros/${draft}`)
      .replace('/macros/replies/:id', `/macros/replies/${draft}`)
      .replace('/team/:id', `/team/${ids[STAFF.agent.email]}`)
      .replace('/split', `/split?message=${replyId}`)
      .replace('/new/answers', `/new/answers?draft=${draft}`)
      .replace(':provider', 'github')
      .replace('/not-me', `/not-me?notice=${draft}`)
      .replace('*', 'no-such-page')
})

/** A macro and a saved reply to look at. */
async function addMacros(id: string) {
  const { query } = portal.supabase
  await query(`insert into public.macros (id, name, reply) values ($1, 'Ask', 'Which one?')`, [id])
  await query(`insert into public.saved_replies (id, title, body) values ($1, 'Hi', 'Hi')`, [id])
}

/** The addresses of every article, answer and tutorial, and of the lists they stand in. */
async function publishedPaths(): Promise<string[]> {
  const map = await (await cast.anonymous.get('/sitemap.xml')).text()
  const paths = [...map.matchAll(/<loc>([^<]+)/g)].map(([, url]) => new URL(url!).pathname)
  return [...paths, ...paths.map((path) => path.replace(/\/[^/]+$/, ''))]
}

/** Whether an address is one of a route with parameters, such as `/kb/:category`. */
function matches(path: string, one: string): boolean {
  const pattern = path.replace(/:[a-z]+/g, '[^/]+')
  return path.includes(':') && new RegExp(`^${pattern}$`).test(one)
}

afterAll(() => portal.stop())

/** The address that Remix's client asks for data at. */
function dataTwin(path: string): string {
  const [pathname = '', query] = address(path).split('?')
  return `${pathname === '/' ? '/_root' : pathname}.data${query ? `?${query}` : ''}`
}

function expectedFacts({ tier, cache, csp }: Row, status: number): PageFacts {
  const empty: PageFacts = {
    status,
    scripts: 'none',
    csp: 'locked',
    cache: 'no-store',
    setCookie: [],
  }
  if (status >= 300 && status < 400) return empty
  if (status === 404) return { ...empty, csp: 'still' }
  const found = { ...empty, cache: cache ?? 'no-store' }
  if (tier === 'app') return { ...found, csp: 'app', scripts: 'by nonce' }
  return { ...found, csp: csp ?? tier ?? 'locked' }
}

test('every route of the portal stands in the table, with its tier', () => {
  const built = Object.fromEntries(routes.map(({ path, tier }) => [path, tier]))
  const listed = Object.fromEntries(Object.entries(TABLE).map(([path, { tier }]) => [path, tier]))
  expect(built).toEqual(listed)
})

test.each(CASES)('$path answers $status to $actor', async ({ path, actor, status }) => {
  const facts = await pageFacts(await cast[actor].get(address(path)))
  expect(facts).toEqual(expectedFacts(TABLE[path]!, status))
})

test.each(CASES)('the data of $path is kept from $actor as its page is', async (row) => {
  const answer = await cast[row.actor].get(dataTwin(row.path))
  const text = await answer.text()
  const redirected = row.status >= 300 && row.status < 400
  expect(answer.status).toBe(redirected ? 202 : row.status)
  if (row.status !== 200 || TABLE[row.path]!.loader !== 'public') {
    expect(answer.headers.get('Cache-Control')).toMatch(/no-store/)
  }
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
