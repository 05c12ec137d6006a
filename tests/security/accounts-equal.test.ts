import { afterAll, beforeAll, expect, test } from 'vitest'
import { Actor, gatherCast } from '../support/actors'
import { withoutNonce } from '../support/page-facts'
import { createPerson, operator, PASSWORD } from '../support/people'
import { startTestPortal, type TestPortal } from '../support/portal'
import { signUp } from '../support/sign-up'
import { openTicket } from '../support/ticket-forms'

const TRIES = 12
/** Not counted: connections are opened and code is compiled. */
const WARM_UPS = 3
/** How far apart the two kinds may be (ms). */
const APART = 50
/** A hash takes as long as it does for real: it is what tells known people apart. */
process.env.LITE_AUTH_BCRYPT_COST = '10'

let portal: TestPortal
let addresses = 0
let shown: string

beforeAll(async () => {
  // Every try comes from an address of its own, so that no limit speaks first.
  portal = await startTestPortal({ TRUST_PROXY: '1' })
  for (let i = 0; i < TRIES + WARM_UPS; i += 1) {
    const email = `known-${i}@example.com`
    await createPerson(portal.supabase, { email, name: 'Known' })
    const people = await portal.supabase.query<{ id: string }>(
      'select id from auth.users where email = $1',
      [email],
    )
    const { error } = await operator(portal.supabase).auth.admin.updateUserById(people[0]!.id, {})
    if (error) throw error
    await portal.supabase.query(
      'update auth.users set phone = $1, phone_confirmed_at = now() where email = $2',
      [phoneOf(i, 'known').slice(1), email],
    )
  }
  const page = await (await new Actor(portal.url).get('/signup')).text()
  shown = /name="shown_at" value="([^"]+)"/.exec(page)![1]!
  await signUp(new Actor(portal.url), {
    name: 'First',
    email: 'first@example.com',
    password: PASSWORD,
  })
})

afterAll(() => portal.stop())

const KINDS = ['known', 'unknown'] as const
type Kind = (typeof KINDS)[number]

function phoneOf(index: number, kind: Kind): string {
  return `+4915${kind === 'known' ? 1 : 2}${String(index).padStart(8, '0')}`
}

/**
 * How much longer known people take than unknown ones (ms). Of each the lower quartile is compared: what
 * else the machine does only ever adds to a time, and less to the shorter ones.
 */
function apart(took: Record<Kind, number[]>): number {
  const typical = (ms: number[]) => ms.toSorted((a, b) => a - b)[Math.floor(ms.length / 4)]!
  return typical(took.known) - typical(took.unknown)
}

type Seen = { status: number; location: string | null; page: string; ms: number }

async function tryOnce(path: string, fields: Record<string, string>): Promise<Seen> {
  addresses += 1
  const from = { 'X-Forwarded-For': `10.1.${Math.floor(addresses / 250)}.${addresses % 250}` }
  const actor = new Actor(portal.url)
  const started = performance.now()
  const answer = await actor.post(path, fields, from)
  const text = await answer.text()
  const ms = performance.now() - started
  const location = answer.headers.get('Location')
  const next = location ? await actor.get(location, from) : answer
  const page = withoutNonce(location ? await next.text() : text, next)
  return { status: answer.status, location, page, ms }
}

type Form = [path: string, fields: (email: string, phone: string) => Record<string, string>]

const FORMS: Form[] = [
  ['/password/forgot', (email) => ({ email })],
  ['/login/magic-link', (email) => ({ email })],
  ['/login/phone', (_email, phone) => ({ phone })],
  ['/signup', (email) => ({ email, name: 'A', password: PASSWORD, shown_at: shown, website: '' })],
]

async function expectAlike(...[path, fields]: Form) {
  const seen: Record<Kind, Seen[]> = { known: [], unknown: [] }
  for (let i = 0; i < TRIES + WARM_UPS; i += 1) {
    // In pairs, each kind first in turn: what else the machine does slows both down.
    for (const kind of i % 2 ? KINDS : KINDS.toReversed()) {
      const email = `${kind}-${i}@example.com`
      const tried = await tryOnce(path, fields(email, phoneOf(i, kind)))
      const page = tried.page
        .replaceAll(email, 'EMAIL')
        .replaceAll(phoneOf(i, kind), 'PHONE')
        .replace(/name="shown_at" value="[^"]+"/, '')
        .replace(/"shownAt\\?",\\?"[^"]+"/g, '')
      if (i >= WARM_UPS) seen[kind].push({ ...tried, page })
    }
  }
  const facts = (tries: Seen[]) =>
    new Set(tries.map(({ status, location }) => `${status} ${location}`))
  expect(facts(seen.known)).toEqual(facts(seen.unknown))
  expect(facts(seen.known).size).toBe(1)
  expect(new Set([...seen.known, ...seen.unknown].map(({ page }) => page)).size).toBe(1)
  const between = apart({
    known: seen.known.map(({ ms }) => ms),
    unknown: seen.unknown.map(({ ms }) => ms),
  })
  console.log(`${path}: ${between.toFixed(1)} ms apart`)
  expect(Math.abs(between)).toBeLessThan(APART)
}

const ALIKE = '%s answers known and unknown people alike: status, words, length and time'

// Alone: only here a hash is computed, and for known people alone.
test.each([['/login', (email) => ({ email, password: 'a wrong password' })]] as Form[])(
  ALIKE,
  expectAlike,
)

// Side by side: an answer mostly waits for its floor, and the two kinds of each pair wait alike.
test.concurrent.each(FORMS)(ALIKE, expectAlike)

test('a ticket of somebody else is as unknown as one that there is not, in time too', async () => {
  const { customer, secondCustomer } = await gatherCast(portal)
  const { number } = await openTicket(customer)
  const took: Record<Kind, number[]> = { known: [], unknown: [] }
  for (let i = 0; i < TRIES + WARM_UPS; i += 1) {
    for (const kind of i % 2 ? KINDS : KINDS.toReversed()) {
      const started = performance.now()
      const path = `/tickets/${kind === 'known' ? number : 999_999}`
      expect((await secondCustomer.get(path)).status).toBe(404)
      if (i >= WARM_UPS) took[kind].push(performance.now() - started)
    }
  }
  const between = apart(took)
  console.log(`/tickets/:number: ${between.toFixed(1)} ms apart`)
  expect(Math.abs(between)).toBeLessThan(APART)
})

test('a link by mail makes no account', async () => {
  const made = await portal.supabase.query(
    `select email from auth.users where email like 'unknown-%' and email not in
     (select email from auth.users where raw_user_meta_data ->> 'name' = 'A')`,
  )
  expect(made).toEqual([])
})
