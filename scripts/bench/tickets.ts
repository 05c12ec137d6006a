/** `npx tsx scripts/bench/tickets.ts`: tickets through the built portal, on the embedded Supabase or, with
 * TEST_DATABASE=postgres, on PostgreSQL. */
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Actor, CUSTOMER } from '../../tests/support/actors'
import { createPerson } from '../../tests/support/people'
import { startTestPortal, type TestPortal } from '../../tests/support/portal'
import { openTicket, picture } from '../../tests/support/ticket-forms'

/** Milliseconds, but for the memory: how much the web server grew during the export (MB). */
type TicketFigures = Record<string, number | string>

const LIST = 10_000
const EXPORT = 100_000

/** Fills a portal with tickets of one customer and measures what that customer does with them. */
export async function benchTickets(): Promise<TicketFigures> {
  const portal = await startTestPortal()
  try {
    const person = await createPerson(portal.supabase, CUSTOMER)
    const actor = await new Actor(portal.url).signIn(CUSTOMER.email)
    const { number, id } = await openTicket(actor)
    await addMessages(portal, id, person, 49)
    await addTickets(portal, person, LIST - 1)
    const figures: TicketFigures = {
      backend: process.env.TEST_DATABASE === 'postgres' ? 'PostgreSQL 15' : 'embedded',
      ...(await timed('list of 25 from 10,000', 30, () => read(actor, '/tickets'))),
      ...(await timed('search in 10,000', 10, () => read(actor, '/tickets?q=quokka'))),
      ...(await timed('figures of 10,000', 5, () => read(actor, '/tickets/insights'))),
      ...(await timed('ticket with 50 messages', 30, () => read(actor, `/tickets/${number}`))),
      ...(await timed('opening with a 1 MB file', 10, () =>
        openTicket(actor, { files: picture(`${randomUUID()}.png`, 1_000_000) }),
      )),
    }
    await addTickets(portal, person, EXPORT - LIST)
    return { ...figures, ...(await measureExport(actor)) }
  } finally {
    await portal.stop()
  }
}

async function read(actor: Actor, path: string): Promise<void> {
  const answer = await actor.get(path)
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`)
  await answer.arrayBuffer()
}

async function timed(
  name: string,
  times: number,
  work: () => Promise<unknown>,
): Promise<TicketFigures> {
  await work()
  const took: number[] = []
  for (let round = 0; round < times; round += 1) {
    const start = performance.now()
    await work()
    took.push(performance.now() - start)
  }
  took.sort((a, b) => a - b)
  const at = (share: number) => Math.round(took[Math.floor((took.length - 1) * share)] ?? 0)
  return { [`${name}, median`]: at(0.5), [`${name}, p95`]: at(0.95) }
}

async function measureExport(actor: Actor): Promise<TicketFigures> {
  const before = webServerMemory()
  const start = performance.now()
  let most = before
  let bytes = 0
  const answer = await actor.get('/tickets/export.csv')
  const reader = answer.body!.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.length
    most = Math.max(most, webServerMemory())
  }
  return {
    'export of 100,000 as CSV': Math.round(performance.now() - start),
    'export, MB sent': Math.round(bytes / 1e6),
    'export, MB the web server grew': Math.round((most - before) / 1e6),
  }
}

/** Bytes that the web server holds, which runs as a child of this process. Linux only; 0 elsewhere. */
function webServerMemory(): number {
  try {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8')
      if (!status.includes(`PPid:\t${process.pid}\n`)) continue
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('portal-process')) continue
      return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024
    }
  } catch {
    // A process that ended while it was looked at.
  }
  return 0
}

async function addTickets({ supabase }: TestPortal, person: string, count: number): Promise<void> {
  for (let left = count; left > 0; left -= 10_000) {
    await supabase.query(
      `with opened as (
        insert into public.tickets (id, requester_id, subject, category, priority, created_at, updated_at)
        select gen_random_uuid(), $1, 'Ticket ' || n, 'other', 'normal', at, at
        from (select n, now() - n * interval '1 minute' as at from generate_series(1, $2::int) as n) as one
        returning id, created_at
      )
      insert into public.ticket_messages (id, ticket_id, author_id, body, created_at)
      select id, id, $1, 'What happened on that day, in a few words of its own.', created_at from opened`,
      [person, Math.min(left, 10_000)],
    )
  }
  await supabase.query('analyze')
  // PGlite works in this process: kept connections have ended meanwhile, and that must be noticed first.
  await wait(500)
}

async function addMessages(
  { supabase }: TestPortal,
  ticket: string,
  person: string,
  count: number,
) {
  await supabase.query(
    `insert into public.ticket_messages (id, ticket_id, author_id, body)
      select gen_random_uuid(), $1, $2, repeat('A sentence of a message. ', 20)
      from generate_series(1, $3::int)`,
    [ticket, person, count],
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await benchTickets())
