import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD, DEMO_PEOPLE, seedDemo } from '../../scripts/database/seed'
import { demoTickets } from '../../scripts/database/demo-tickets'
import type { LocalSupabase } from '../../supabase/local/start'
import { startTestSupabase } from '../support/local-supabase'
import { visitorClient } from '../support/supabase-clients'

let supabase: LocalSupabase
beforeAll(async () => {
  supabase = await startTestSupabase()
})
afterAll(() => supabase?.close())

const everything = `select
  (select count(*)::int from public.tickets) as tickets,
  (select count(*)::int from public.ticket_messages) as messages,
  (select count(*)::int from public.ticket_events) as events,
  (select count(*)::int from public.profiles) as people,
  (select max(number) from public.tickets) as "lastNumber"`

test('the demo data is there within three seconds, and a second run adds nothing', async () => {
  const started = performance.now()
  await seedDemo(supabase)
  expect(performance.now() - started).toBeLessThan(3000)

  const [first] = await supabase.query<Record<string, number>>(everything)
  expect(first).toMatchObject({ tickets: demoTickets.length, people: 4 })

  await seedDemo(supabase)
  expect(await supabase.query(everything)).toEqual([first])
})

test('the demo tickets have every status, and the newest is the one opened last', async () => {
  const statuses = await supabase.query('select distinct status from public.tickets order by 1')
  expect(statuses.map((row) => (row as { status: string }).status)).toEqual([
    'closed',
    'new',
    'on_hold',
    'open',
    'pending',
    'solved',
  ])
  const outOfOrder = await supabase.query(
    `select from public.tickets a join public.tickets b on a.number < b.number
      where a.created_at > b.created_at or a.updated_at > now()`,
  )
  expect(outOfOrder).toEqual([])
})

test('what the history says last is what the ticket is', async () => {
  const wrong = await supabase.query(
    `select t.number, t.status from public.tickets t
      where t.status <> (select e.after from public.ticket_events e
        where e.ticket_id = t.id and e.kind in ('opened', 'status')
        order by e.created_at desc, e.id desc limit 1)`,
  )
  expect(wrong).toEqual([])
})

test.each(DEMO_PEOPLE)('$name can sign in as $role', async (person) => {
  const client = visitorClient(supabase)
  await client.auth.signInWithPassword({ email: person.email, password: DEMO_PASSWORD })
  const { data } = await client.rpc('viewer').maybeSingle()
  expect(data).toMatchObject({ name: person.name, role: person.role, email: person.email })
})

test('somebody whose role was changed keeps it when the demo data is added again', async () => {
  await supabase.query(`select public.set_role('maya@example.com', 'agent')`)
  await supabase.query(`alter table public.ticket_messages disable trigger append_only`)
  await supabase.query(`delete from public.ticket_messages where body = $1`, [
    demoTickets.at(-1)?.description,
  ])
  await seedDemo(supabase)
  const rows = await supabase.query(
    `select role from public.profiles where name = 'Maya Lindqvist'`,
  )
  expect(rows).toEqual([{ role: 'agent' }])
})
