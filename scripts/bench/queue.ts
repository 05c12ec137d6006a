/** `npx tsx scripts/bench/queue.ts`: pages of the agents' queue through the built portal, on the embedded Supabase
 * or, with TEST_DATABASE=postgres, on PostgreSQL. */
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Actor } from '../../tests/support/actors'
import { startFaultyProxy, type FaultyProxy } from '../../tests/support/faulty-proxy'
import { createPerson, STAFF } from '../../tests/support/people'
import { startTestPortal, type TestPortal } from '../../tests/support/portal'

type QueueFigures = {
  backend: string
  tickets: number
  page: string
  /** Milliseconds over HTTP. */
  median: number
  p95: number
  /** Requests to Supabase for one page, the one that asks who is there included. */
  calls: number
}

const isOnPostgres = () => process.env.TEST_DATABASE === 'postgres'
const CUSTOMERS = 2_000
const ROUNDS = 60

const PAGES: [name: string, query: string][] = [
  ['Unassigned', '?view=unassigned'],
  ['Mine', '?view=mine'],
  ['Waiting on us', '?view=waiting'],
  ['All', '?view=all'],
  ['All, page 400', '?view=all&page=400'],
  ['All, most urgent first', '?view=all&sort=priority'],
  ['All, two filters', '?view=all&status=closed&category=other'],
  ['search, a rare word', '?view=all&q=quokka'],
  ['search, a word of every tenth ticket', '?view=all&q=kumquat'],
  ['search, a name', '?view=all&q=Customer+17'],
  ['search, a word nobody wrote', '?view=all&q=xylophone'],
]

/** Fills a portal with tickets and measures what agents open all day. */
export async function benchQueue(
  tickets = isOnPostgres() ? 50_000 : 10_000,
): Promise<QueueFigures[]> {
  const proxy = await startFaultyProxy()
  const portal = await startTestPortal({ SUPABASE_URL: proxy.url })
  proxy.sendTo(portal.supabase.url)
  try {
    const people = [STAFF.agent, STAFF.secondAgent, STAFF.admin]
    for (const person of people) await createPerson(portal.supabase, person)
    await fill(portal, tickets)
    const agent = await new Actor(portal.url).signIn(STAFF.agent.email)
    const figures = []
    for (const [page, query] of PAGES) {
      figures.push({
        backend: isOnPostgres() ? 'PostgreSQL 15' : 'embedded',
        tickets,
        page,
        ...(await measure(agent, proxy, query)),
      })
    }
    return figures
  } finally {
    await portal.stop()
    await proxy.close()
  }
}

async function measure(
  agent: Actor,
  proxy: FaultyProxy,
  query: string,
): Promise<Pick<QueueFigures, 'median' | 'p95' | 'calls'>> {
  const took: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now()
    const answer = await agent.get(`/admin/tickets${query}`)
    const text = await answer.text()
    took.push(performance.now() - start)
    if (answer.status !== 200 || !text.includes('Check for updates'))
      throw new Error(`${query} answered ${answer.status}.`)
  }
  took.sort((a, b) => a - b)
  const at = (share: number) => Math.round(took[Math.floor((took.length - 1) * share)] ?? 0)
  proxy.heal() // forgets what it has seen
  await (await agent.get(`/admin/tickets${query}`)).arrayBuffer()
  return { median: at(0.5), p95: at(0.95), calls: proxy.count('/') }
}

/** Of a hundred tickets, eight are not done; each has its opening and a reply. */
const FILL = [
  `insert into auth.users (id, email, raw_user_meta_data)
    select gen_random_uuid(), 'customer' || n || '@example.net', jsonb_build_object('name', 'Customer ' || n)
    from generate_series(1, $1::int) as n`,
  `alter table public.tickets disable trigger user`,
  `alter table public.ticket_messages disable trigger user`,
  `with customers as (
    select id, row_number() over () - 1 as n from public.profiles where role = 'customer'
  ),
  staff as (select id, row_number() over () - 1 as n from public.profiles where role <> 'customer'),
  drawn as (
    select n, now() - n * interval '20 minutes' as at,
      (array['new', 'new', 'new', 'open', 'open', 'open', 'pending', 'on_hold'])[n % 100 + 1] as active
    from generate_series(1, $1::int) as n
  )
  insert into public.tickets
    (id, requester_id, assignee_id, subject, status, priority, category, created_at, updated_at,
     last_message_at, last_reply_by, solved_at, waiting_since)
  select gen_random_uuid(), c.id, case when d.n % 100 > 2 then s.id end,
    'Ticket ' || d.n || case when d.n % 10 = 0 then ' about a kumquat' else '' end,
    coalesce(active, 'closed'), (array['normal', 'low', 'high', 'normal', 'urgent'])[d.n % 5 + 1],
    (array['other', 'tickets', 'account'])[d.n % 3 + 1], at, at + interval '1 hour', at + interval '1 hour', 'staff',
    case when active is null then at + interval '1 day' end,
    case when active in ('new', 'open') then at end
  from drawn d
  join customers c on c.n = d.n % $2::int
  join staff s on s.n = d.n % 3`,
  `insert into public.ticket_messages (id, ticket_id, author_id, body, created_at)
    select id, id, requester_id, 'What happened on that day, in a few words of its own: ' || number
      || case when number % 5000 = 0 then ' quokka' else '' end, created_at
    from public.tickets`,
  `insert into public.ticket_messages (id, ticket_id, author_id, body, created_at)
    select gen_random_uuid(), id, coalesce(assignee_id, requester_id), 'We have looked at ' || number, last_message_at
    from public.tickets`,
  `alter table public.tickets enable trigger user`,
  `alter table public.ticket_messages enable trigger user`,
  `analyze`,
]

async function fill({ supabase }: TestPortal, tickets: number): Promise<void> {
  const parameters = [[CUSTOMERS], [], [], [tickets, CUSTOMERS]]
  for (const [step, text] of FILL.entries()) await supabase.query(text, parameters[step] ?? [])
  // PGlite works in this process: kept connections have ended meanwhile, and that must be noticed first.
  await wait(500)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await benchQueue())
