import { randomUUID } from 'node:crypto'
import type { SupabaseClient } from '@supabase/supabase-js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gatherCast, restClient, SECOND_CUSTOMER, type Actor, type Cast } from '../support/actors'
import { withoutNonce } from '../support/page-facts'
import { startTestPortal, type TestPortal } from '../support/portal'
import { listRoutes } from '../support/route-manifest'
import { tableHashes } from '../support/table-hashes'
import {
  fileLinks,
  makeFeed,
  openTicket,
  realPicture,
  reply,
  writeTicket,
} from '../support/ticket-forms'

const SECRET = 'zebra-crossing-seventeen'
const NOTE = 'violet-umbrella-ninety'
const UNKNOWN = randomUUID()

type Theirs = {
  ticket: { id: string; number: number }
  draft: string
  begunReply: string
  feed: string
  files: string[]
}

let portal: TestPortal
let cast: Cast
let theirs: Theirs
/** The token of the second customer's own feed. */
let ownToken: string
let stranger: SupabaseClient

beforeAll(async () => {
  portal = await startTestPortal()
  cast = await gatherCast(portal)
  const files = [realPicture(`${SECRET}.png`), new File([SECRET], `${SECRET}.txt`)]
  const ticket = await openTicket(cast.customer, { subject: SECRET, description: SECRET, files })
  const page = await (await cast.customer.get(`/tickets/${ticket.number}`)).text()
  const begunReply = randomUUID()
  const begun = { intent: 'close', reply: SECRET, files: realPicture(`${SECRET}-kept.png`) }
  await cast.customer.post(`/tickets/${ticket.number}?reply=${begunReply}`, begun)
  await reply(cast.agent, `/admin/tickets/${ticket.number}`, { intent: 'note', note: NOTE })
  const draft = randomUUID()
  await writeTicket(cast.customer, draft, { subject: SECRET, description: SECRET, files })
  const feed = await makeFeed(cast.customer, ticket.number)
  theirs = { ticket, draft, begunReply, feed, files: fileLinks(page) }

  const own = await openTicket(cast.secondCustomer)
  ownToken = (await makeFeed(cast.secondCustomer, own.number)).split('token=')[1]!
  stranger = await restClient(portal, SECOND_CUSTOMER.email)
  for (const actor of Object.values(cast)) await actor.get('/account') // shows their last sentences
})
afterAll(() => portal.stop())

/** Where a route leads to something of the first customer, and the same for what does not exist. */
type Address = { theirs: () => string; unknown?: string }

const ofTicket = (rest: string): Address => ({
  theirs: () => `/tickets/${theirs.ticket.number}${rest}`,
  unknown: `/tickets/999999${rest}`,
})
const ofFile = (rest: string): Address => ({
  theirs: () => theirs.files[0]! + rest,
  unknown: `/tickets/999999/files/${UNKNOWN}${rest}`,
})
const searched = (path: string): Address => ({ theirs: () => `${path}?q=${SECRET}` })

/** Every route of tickets; a new one fails until it stands here. */
const ADDRESSES: Record<string, Address[]> = {
  '/tickets': [{ theirs: () => '/tickets' }],
  '/tickets/:number': [
    ofTicket(''),
    {
      ...ofTicket(''),
      theirs: () => `/tickets/${theirs.ticket.number}?reply=${theirs.begunReply}`,
    },
  ],
  '/tickets/:number/feed': [ofTicket('/feed')],
  '/tickets/:number/feed.atom': [
    ofTicket('/feed.atom'),
    ofTicket(`/feed.atom?token=${'x'.repeat(22)}`),
    {
      theirs: () => `/tickets/${theirs.ticket.number}/feed.atom?token=${ownToken}`,
      unknown: `/tickets/999999/feed.atom?token=${'x'.repeat(22)}`,
    },
  ],
  '/tickets/:number/files/:id': [ofFile('')],
  '/tickets/:number/files/:id/thumbnail': [ofFile('/thumbnail')],
  '/tickets/:number/files/:id/view': [ofFile('/view')],
  '/tickets/drafts': [{ theirs: () => `/tickets/drafts?discard=${theirs.draft}` }],
  '/tickets/export.csv': [{ theirs: () => '/tickets/export.csv' }],
  '/tickets/export.json': [{ theirs: () => '/tickets/export.json' }],
  '/tickets/insights': [{ theirs: () => '/tickets/insights' }],
  '/tickets/new': [{ theirs: () => `/tickets/new?draft=${theirs.draft}` }],
  '/tickets/new/answers': [
    {
      theirs: () => `/tickets/new/answers?draft=${theirs.draft}`,
      unknown: `/tickets/new/answers?draft=${UNKNOWN}`,
    },
  ],
}

const ROUTES = (await listRoutes()).filter(({ path }) => /^\/tickets(\/|$)/.test(path))
const CASES = Object.entries(ADDRESSES).flatMap(([route, addresses]) =>
  addresses.flatMap((address, index) =>
    ['', '.data'].map((ending) => ({ route, index, ending, address })),
  ),
)

function withEnding(address: string, ending: string): string {
  const [path = '', query] = address.split('?')
  return `${path}${ending}${query ? `?${query}` : ''}`
}

async function answerOf(actor: Actor, path: string) {
  const response = await actor.get(path)
  const text = withoutNonce(await response.text(), response)
  const headers = Object.fromEntries(response.headers)
  for (const name of ['date', 'x-request-id']) delete headers[name]
  return { status: response.status, headers, text }
}

function expectNothingOfTheirs(text: string) {
  for (const theirThing of [SECRET, NOTE, theirs.ticket.id, 'Maya', 'maya@']) {
    expect(text).not.toContain(theirThing)
  }
}

test('every route of tickets is in this matrix', () => {
  expect(ROUTES.map(({ path }) => path).sort()).toEqual(Object.keys(ADDRESSES).sort())
})

test.each(CASES)(
  '$route$ending ($index) shows another customer nothing, as if it did not exist',
  async ({ ending, address: { theirs, unknown } }) => {
    const answer = await answerOf(cast.secondCustomer, withEnding(theirs(), ending))
    expectNothingOfTheirs(answer.text.replaceAll(theirs(), ''))
    if (unknown) {
      expect(answer.status).toBe(404)
      expect(answer).toEqual(await answerOf(cast.secondCustomer, withEnding(unknown, ending)))
    }
  },
)

test.each(CASES)(
  '$route$ending ($index) shows somebody who is not signed in nothing',
  async ({ route, ending, address: { theirs, unknown } }) => {
    const answer = await answerOf(cast.anonymous, withEnding(theirs(), ending))
    expectNothingOfTheirs(answer.text.replaceAll(theirs(), ''))
    if (route.endsWith('.atom')) {
      expect(answer.status).toBe(404)
      expect(answer).toEqual(await answerOf(cast.anonymous, withEnding(unknown!, ending)))
    } else {
      expect(answer.status).toBe(ending === '' ? 302 : 202)
    }
  },
)

test.each(['/tickets', '/tickets/export.csv', '/tickets/export.json'])(
  'a search at %s finds nothing of anybody else, and no note',
  async (path) => {
    const { text } = await answerOf(cast.secondCustomer, searched(path).theirs())
    expect(text.replaceAll(SECRET, '')).not.toMatch(/Maya|class="subject"/)
    expect(await (await cast.customer.get(`${path}?q=${NOTE}`)).text()).not.toContain(SECRET)
  },
)

test.each([
  '/tickets/:number',
  '/tickets/:number/feed',
  '/tickets/drafts',
  '/tickets/new',
  '/tickets/new/answers',
])('no form of %s that another customer sends changes anything', async (route) => {
  const fields = { reply: 'Let me in', subject: 'Mine', description: 'Mine', category: 'other' }
  const intents = ['reply', 'close', 'reopen', 'autosave', 'make', 'end']
  const before = await tableHashes(portal)
  for (const { theirs } of ADDRESSES[route]!) {
    for (const intent of [...intents, 'draft', 'continue', 'send', 'solved']) {
      for (const ending of ['', '.data']) {
        const path = withEnding(theirs(), ending)
        const answer = await cast.secondCustomer.post(path, { ...fields, intent })
        expectNothingOfTheirs(await answer.text())
      }
    }
  }
  expect(await tableHashes(portal)).toEqual(before)
})

test('the forms that change something are all asked above', () => {
  const acting = ROUTES.filter(({ source }) => source.includes('export const action'))
  expect(acting.map(({ path }) => path).sort()).toEqual([
    '/tickets/:number',
    '/tickets/:number/feed',
    '/tickets/drafts',
    '/tickets/new',
    '/tickets/new/answers',
  ])
})

test('with a token of their own, other customers read nothing of any table over REST', async () => {
  const tables = await portal.supabase.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  for (const { name } of tables) {
    const { data } = await stranger.from(name).select('*')
    expectNothingOfTheirs(JSON.stringify(data))
  }
  const bucket = stranger.storage.from('ticket-attachments')
  expect((await bucket.list(theirs.ticket.id)).data ?? []).toEqual([])
  const id = theirs.files[0]!.split('/').at(-1)
  expect((await bucket.download(`${theirs.ticket.id}/${id}`)).data).toBeNull()
})

type Routine = { name: string; args: string[] }

/** What each argument of a function would be, to reach for what is theirs. */
function reachFor(name: string): unknown {
  const known: Record<string, unknown> = {
    ticket_number: theirs.ticket.number,
    id: theirs.draft,
    draft_id: theirs.draft,
    ticket_id: theirs.ticket.id,
    message_key: theirs.begunReply,
    search: SECRET,
    subject: SECRET,
    token: ownToken,
    shown: [],
    size: 1,
    name: 'a.png',
    content_type: 'image/png',
    category: 'other',
    priority: 'normal',
  }
  return known[name] ?? undefined
}

test('with a token of their own, no function gives or changes anything of theirs', async () => {
  const routines = await portal.supabase.query<Routine>(
    `select p.proname as name, coalesce(p.proargnames, '{}') as args
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'public' and has_function_privilege('authenticated', p.oid, 'execute')
        and p.proargnames && '{ticket_number,ticket_id,id,draft_id,search,subject}'::text[]
      order by 1`,
  )
  expect(routines.length).toBeGreaterThan(15)
  const before = await tableHashes(portal)
  for (const { name, args } of routines) {
    const given = args.map((arg) => [arg, reachFor(arg)] as const)
    const wanted = given.filter(([, value]) => value !== undefined)
    const { data } = await stranger.rpc(name, Object.fromEntries(wanted))
    expectNothingOfTheirs(JSON.stringify(data ?? null))
  }
  expect(await tableHashes(portal)).toEqual(before)
})

test('what has leaked above would have been seen: its owner reads it all', async () => {
  for (const addresses of [
    `/tickets/${theirs.ticket.number}`,
    `/tickets/new?draft=${theirs.draft}`,
  ]) {
    expect(await (await cast.customer.get(addresses)).text()).toContain(SECRET)
  }
  expect(await (await cast.anonymous.get(theirs.feed)).text()).toContain(SECRET)
  expect((await cast.customer.get(theirs.files[0]!)).status).toBe(200)
})
