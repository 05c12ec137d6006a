import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { treeMemory } from '../../scripts/bench/process-memory'
import { Actor, CUSTOMER } from '../support/actors'
import { createPerson, STAFF } from '../support/people'
import { startTestPortal, type TestPortal } from '../support/portal'
import { openTicket, reply } from '../support/ticket-forms'

const MINUTES = Number(process.env.SOAK_MINUTES ?? 5)
const READERS = 4
const READ = ['/', '/kb', '/faq', '/search?q=pasword', '/kb/nothing/here', '/sitemap.xml']

let portal: TestPortal

beforeAll(async () => {
  portal = await startTestPortal()
  await createPerson(portal.supabase, CUSTOMER)
  await createPerson(portal.supabase, STAFF.agent)
})

afterAll(() => portal.stop())

/** Does one thing after the other until the time is over, and counts the answers that must not be. */
async function busy(until: number, once: () => Promise<Response>): Promise<number> {
  let failed = 0
  while (performance.now() < until) {
    const answer = await once()
    await answer.arrayBuffer()
    if (answer.status >= 500) failed += 1
    await wait(20)
  }
  return failed
}

async function hours(minutes: number, number: number): Promise<number> {
  const customer = await new Actor(portal.url).signIn(CUSTOMER.email)
  const agent = await new Actor(portal.url).signIn(STAFF.agent.email)
  const until = performance.now() + minutes * 60_000
  let turn = 0
  const next = () => READ[turn++ % READ.length]!
  const failed = await Promise.all([
    ...Array.from({ length: READERS }, () => busy(until, () => fetch(portal.url + next()))),
    busy(until, () => customer.get('/tickets')),
    busy(until, () => customer.get(`/tickets/${number}`)),
    busy(until, () => agent.get('/admin/tickets?view=all')),
    busy(until, async () => {
      await wait(1_000)
      return reply(customer, `/tickets/${number}`, { reply: 'Still the same.' })
    }),
  ])
  return failed.reduce((sum, count) => sum + count, 0)
}

test('a portal that is used for a long time answers everything, and does not grow', async () => {
  const customer = await new Actor(portal.url).signIn(CUSTOMER.email)
  const { number } = await openTicket(customer)
  await portal.supabase.query(
    'update public.message_limits set customer_messages_per_hour = 100000',
  )
  expect(await hours(1, number)).toBe(0) // until then caches fill
  const before = treeMemory(portal.pid())
  expect(await hours(MINUTES, number)).toBe(0)
  expect(treeMemory(portal.pid()) / before).toBeLessThan(1.5)
  expect(portal.log().filter((line) => line.includes('"level":50'))).toEqual([])
})
