import { afterAll, beforeAll, expect, test } from 'vitest'
import { gatherCast, type Cast } from '../support/actors'
import { startFaultyProxy, type FaultyProxy } from '../support/faulty-proxy'
import { startTestPortal, type TestPortal } from '../support/portal'
import { openTicket } from '../support/ticket-forms'

/** Who is asking, and what the page shows. */
const MOST = 2

let proxy: FaultyProxy
let portal: TestPortal
let cast: Cast
let number: number

beforeAll(async () => {
  proxy = await startFaultyProxy()
  portal = await startTestPortal({ SUPABASE_URL: proxy.url })
  proxy.sendTo(portal.supabase.url)
  cast = await gatherCast(portal)
  number = (await openTicket(cast.customer)).number
})

afterAll(async () => {
  await portal.stop()
  await proxy.close()
})

test.each([
  ['customer', '/account'],
  ['customer', '/account/details'],
  ['customer', '/account/email'],
  ['customer', '/account/phone'],
  ['customer', '/account/password'],
  ['customer', '/account/security'],
  ['customer', '/account/security?kind=sign_in&page=2'],
  ['customer', '/account/notifications'],
  ['customer', '/account/export'],
  ['customer', '/account/delete'],
  ['customer', '/account/code'],
  ['customer', '/tickets'],
  ['customer', '/tickets/:number'],
  ['agent', '/admin/tickets/:number'],
  ['agent', '/admin/tickets/:number?insert=password'],
  ['admin', '/admin/security'],
  ['admin', '/admin/security?q=maya&address=127.0.0.1&from=2026-01-01'],
] as const)('for %s, %s costs at most two calls to Supabase', async (actor, path) => {
  proxy.heal()
  const answer = await cast[actor].get(path.replace(':number', String(number)))
  expect(answer.status).toBe(200)
  await answer.arrayBuffer()
  expect(proxy.count('/')).toBeGreaterThan(0)
  expect(proxy.count('/')).toBeLessThanOrEqual(MOST)
})

test.each(['/', '/kb', '/login', '/signup', '/password/forgot'])(
  'nobody is asked who reads %s',
  async (path) => {
    await cast.customer.get(path)
    proxy.heal()
    await (await cast.customer.get(path)).arrayBuffer()
    expect(proxy.count('/')).toBe(0)
  },
)
