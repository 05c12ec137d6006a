/** `npx tsx scripts/bench/accounts.ts`: signing in through the built portal, on the embedded Supabase or,
 * with TEST_DATABASE=postgres, on PostgreSQL. */
import { fileURLToPath } from 'node:url'
import { Actor, CUSTOMER } from '../../tests/support/actors'
import { startFaultyProxy, type FaultyProxy } from '../../tests/support/faulty-proxy'
import { createPerson, operator, PASSWORD, STAFF } from '../../tests/support/people'
import { startTestPortal, type TestPortal } from '../../tests/support/portal'
import { openTicket } from '../../tests/support/ticket-forms'

/** Milliseconds, sign-ins a second, or calls to Supabase, as each name says. */
type AccountFigures = Record<string, number | string>

const PEOPLE = 60
const AT_ONCE = 20

/** A hash takes as long as it does for real; tests make it cheap. */
const REAL_HASH_COST = '10'

/** Signs people in, one by one and many at once, and counts what a page of theirs asks of Supabase. */
export async function benchAccounts(): Promise<AccountFigures> {
  process.env.LITE_AUTH_BCRYPT_COST = REAL_HASH_COST
  const proxy = await startFaultyProxy()
  const portal = await startTestPortal({ SUPABASE_URL: proxy.url, TRUST_PROXY: '1' })
  proxy.sendTo(portal.supabase.url)
  try {
    return {
      backend: process.env.TEST_DATABASE === 'postgres' ? 'PostgreSQL 15' : 'embedded',
      ...(await measureSignIns(portal)),
      ...(await measureLimiter(portal)),
      ...(await countCalls(portal, proxy)),
    }
  } finally {
    await portal.stop()
    await proxy.close()
  }
}

async function measureSignIns(portal: TestPortal): Promise<AccountFigures> {
  const emails = Array.from({ length: PEOPLE }, (_, index) => `person-${index}@example.com`)
  for (const email of emails) await createPerson(portal.supabase, { email, name: 'Person' })
  await signIn(portal, emails[0]!, 0)
  const took: number[] = []
  for (const [index, email] of emails.slice(0, AT_ONCE).entries()) {
    const start = performance.now()
    await signIn(portal, email, index)
    took.push(performance.now() - start)
  }
  const start = performance.now()
  const left = [...emails.entries()]
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = left.pop(); next; next = left.pop()) await signIn(portal, next[1], next[0])
    }),
  )
  const seconds = (performance.now() - start) / 1000
  return {
    'sign-in alone, median ms': median(took),
    [`sign-ins a second, ${AT_ONCE} at once`]: Math.round((PEOPLE / seconds) * 10) / 10,
  }
}

async function signIn(portal: TestPortal, email: string, index: number): Promise<void> {
  const fields = { email, password: PASSWORD }
  const from = { 'X-Forwarded-For': `10.2.0.${index}` }
  const answer = await new Actor(portal.url).post('/login', fields, from)
  await answer.body?.cancel()
  if (answer.status !== 303) throw new Error(`${email} cannot sign in: ${answer.status}.`)
}

/** What counting adds to a sign-in, beside a call that does nothing else. */
async function measureLimiter({ supabase }: TestPortal): Promise<AccountFigures> {
  const client = operator(supabase)
  const timed = async (name: string, args: (round: number) => object) => {
    const took: number[] = []
    for (let round = 0; round < 200; round += 1) {
      const start = performance.now()
      const { error } = await client.rpc(name, args(round))
      if (error) throw error
      took.push(performance.now() - start)
    }
    return median(took)
  }
  return {
    'limiter, one call, median ms': await timed('sign_in_attempt', (round) => ({
      account_key: `account ${round}`,
      address_key: `address ${round % 50}`,
    })),
    'the same call without counting, median ms': await timed('find_person', () => ({
      email: 'nobody@example.com',
    })),
  }
}

async function countCalls(portal: TestPortal, proxy: FaultyProxy): Promise<AccountFigures> {
  await createPerson(portal.supabase, CUSTOMER)
  await createPerson(portal.supabase, STAFF.admin)
  const customer = await new Actor(portal.url).signIn(CUSTOMER.email)
  const admin = await new Actor(portal.url).signIn(STAFF.admin.email)
  const { number } = await openTicket(customer)
  const pages: [Actor, string][] = [
    [customer, '/account'],
    [customer, '/account/security'],
    [customer, '/tickets'],
    [customer, `/tickets/${number}`],
    [admin, '/admin/tickets'],
    [admin, '/admin/security'],
  ]
  const figures: AccountFigures = {}
  for (const [actor, path] of pages) {
    await (await actor.get(path)).arrayBuffer()
    proxy.heal()
    const answer = await actor.get(path)
    await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`)
    figures[`calls to Supabase, ${path.replace(/\d+$/, ':number')}`] = proxy.count('/')
  }
  return figures
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return Math.round((sorted[Math.floor(sorted.length / 2)] ?? 0) * 10) / 10
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await benchAccounts())
