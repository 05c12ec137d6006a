import { randomUUID } from 'node:crypto'
import type { SupabaseClient } from '@supabase/supabase-js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CUSTOMER, gatherCast, restClient, type Cast, type Fields } from '../support/actors'
import { withoutNonce } from '../support/page-facts'
import { startTestPortal, type TestPortal } from '../support/portal'
import { openTicket } from '../support/ticket-forms'

let portal: TestPortal
let cast: Cast
let ticket: { id: string; number: number }
let customer: SupabaseClient

beforeAll(async () => {
  portal = await startTestPortal()
  cast = await gatherCast(portal)
  ticket = await openTicket(cast.customer)
  customer = await restClient(portal, CUSTOMER.email)
  await cast.customer.get('/account') // shows the sentence that is kept for the next page
})
afterAll(() => portal.stop())

async function row() {
  const [found] = await portal.supabase.query<{ requester_id: string }>(
    'select * from public.tickets where id = $1',
    [ticket.id],
  )
  return found
}

/** One that writers have written for staff. */
const DOCUMENT = '/admin/help/kb/desk/work-the-queue'

test('agents find the guide to the desk and read it, strangers are led to sign in', async () => {
  expect(await (await cast.agent.get('/admin/help')).text()).toContain(`href="${DOCUMENT}"`)
  const page = await cast.agent.get(DOCUMENT)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('href="/admin/help/kb/desk/take-and-release"')
  expect((await cast.anonymous.get(DOCUMENT)).headers.get('Location')).toMatch(/^\/login/)
})

const bulk = () => ({ ticket: `${ticket.number}:1`, change: 'priority:urgent', key: randomUUID() })

test.each([
  ['/admin', '/admin/nothing'],
  ['/admin/tickets', '/admin/nothing'],
  ['/admin/tickets?view=all&q=sign', '/admin/nothing?view=all&q=sign'],
  ['/admin/shortcuts', '/admin/nothing'],
  ['/admin/help', '/admin/nothing'],
  [DOCUMENT, '/admin/nothing'],
])('to a customer %s is a page that does not exist', async (path, unknown) => {
  const bytes = async (address: string) => {
    const answer = await cast.customer.get(address)
    return { status: answer.status, html: withoutNonce(await answer.text(), answer) }
  }
  const answer = await bytes(path)
  expect(answer.status).toBe(404)
  expect(answer).toEqual(await bytes(unknown))
})

test.each([
  '/admin/tickets.data',
  '/admin/tickets.data?view=all',
  '/admin/shortcuts.data',
  `${DOCUMENT}.data`,
])('a customer gets no data from %s', async (path) => {
  const answer = await cast.customer.get(path)
  expect(answer.status).toBe(404)
  expect(await answer.text()).not.toContain(String(ticket.number))
})

test('anonymous people are led to the sign-in page, and nothing of their form is done', async () => {
  const before = await row()
  const answer = await cast.anonymous.post('/admin/tickets?view=all', bulk())
  expect(answer.status).toBe(303)
  expect(answer.headers.get('Location')).toBe('/login?next=%2Fadmin%2Ftickets')
  expect(await row()).toEqual(before)
})

test.each(['bulk', 'take', 'close'])('a customer cannot %s from the queue', async (kind) => {
  const before = await row()
  const forms: Record<string, Fields> = {
    bulk: bulk(),
    take: { intent: 'take', take: String(ticket.number) },
    close: { ...bulk(), change: 'status:closed', sure: 'yes' },
  }
  for (const path of ['/admin/tickets', '/admin/tickets.data', '/admin/tickets?index']) {
    expect((await cast.customer.post(path, forms[kind])).status).toBe(404)
  }
  expect(await row()).toEqual(before)
})

test('a bulk form from another site does nothing', async () => {
  const before = await row()
  const answer = await cast.agent.post('/admin/tickets', bulk(), { Origin: 'https://evil.example' })
  expect(answer.status).toBe(403)
  expect(await row()).toEqual(before)
})

test.each<[string, Record<string, unknown>]>([
  ['queue_page', {}],
  ['bulk_change', { numbers: [1001], versions: [1], priority: 'urgent' }],
  ['choose_shortcuts', { wanted: false }],
  ['save_view', { id: randomUUID(), name: 'Mine', query: '?view=all' }],
  ['delete_view', { id: randomUUID() }],
])('with their own token a customer may not call %s', async (name, args) => {
  const { data, error } = await customer.rpc(name, args)
  expect(data).toBeNull()
  expect(error?.code).toBe('PT403')
})

test('numbers that are none reach nobody', async () => {
  for (const odd of ['0:0', '999999:1', '-1:1', '1001', "1001:1' or true", '1e3:1']) {
    const answer = await cast.agent.post('/admin/tickets', { ...bulk(), ticket: odd })
    expect(answer.status).toBe(422)
  }
  expect(
    (await cast.agent.post('/admin/tickets', { intent: 'take', take: '1 or true' })).status,
  ).toBe(404)
})

test('what people call themselves is text in the queue', async () => {
  await portal.supabase.query(`update public.profiles set name = $1 where id = $2`, [
    '<b>Support</b>\u202egnihtemos',
    (await row())?.requester_id,
  ])
  const html = await (await cast.agent.get('/admin/tickets?view=all')).text()
  expect(html).not.toContain('<b>Support')
  expect(html).toContain('<bdi>&lt;b&gt;Support')
})
