import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { gatherCast, type Cast, type Fields } from '../support/actors'
import { startFaultyProxy, type FaultyProxy } from '../support/faulty-proxy'
import { startTestPortal, type TestPortal } from '../support/portal'
import { openTicket } from '../support/ticket-forms'

let proxy: FaultyProxy
let portal: TestPortal
let cast: Cast

beforeAll(async () => {
  proxy = await startFaultyProxy()
  portal = await startTestPortal({ SUPABASE_URL: proxy.url })
  proxy.sendTo(portal.supabase.url)
  cast = await gatherCast(portal)
})
beforeEach(() => proxy.heal())
afterAll(async () => {
  await portal.stop()
  await proxy.close()
})

const page = async (query = '') => (await cast.agent.get(`/admin/tickets${query}`)).text()

/** The ids of the tick boxes of some tickets, as a page of the queue has them. */
async function boxes(numbers: number[]): Promise<string[]> {
  const html = await page('?view=all&sort=newest')
  return numbers.map((number) => new RegExp(`value="(${number}:\\d+)"`).exec(html)![1]!)
}

const change = (fields: Fields, query = '?view=all') =>
  cast.agent.post(`/admin/tickets${query}`, { key: randomUUID(), ...fields })

async function row(number: number) {
  const [ticket] = await portal.supabase.query<{ status: string; priority: string }>(
    'select status, priority, assignee_id from public.tickets where number = $1',
    [number],
  )
  return ticket!
}

test('/admin leads to the queue', async () => {
  const answer = await cast.agent.get('/admin')
  expect(answer.headers.get('Location')).toBe('/admin/tickets')
})

test('a page of the queue costs two calls, the one that asks who is there included', async () => {
  await openTicket(cast.customer)
  for (const query of ['', '?view=all&q=sign&status=new&sort=priority&page=1']) {
    proxy.heal()
    await page(query)
    expect(proxy.count('/')).toBe(2)
  }
})

test('the news of a page are its lines, for two calls', async () => {
  const { number } = await openTicket(cast.customer)
  proxy.heal()
  const answer = await cast.agent.get('/admin/tickets/news?view=all&sort=newest')
  expect(proxy.count('/')).toBe(2)
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
  const news = (await answer.json()) as Record<string, unknown>
  expect(Object.keys(news)).toEqual(['total', 'tickets', 'counts', 'now'])
  expect(news).toMatchObject({
    tickets: expect.arrayContaining([expect.objectContaining({ number })]),
  })
})

test('each view has its name, its number and its own address', async () => {
  const html = await page('?view=waiting')
  expect(html).toMatch(/<h1>Waiting on us<\/h1>/)
  expect(html).toMatch(
    /href="\/admin\/tickets\?view=new"[^>]*>New(<!-- -->)? <span class="count">\d+</,
  )
  expect(html).toContain('<title>Waiting on us: queue – Portico Desk</title>')
})

test('a filter has a link that takes it away and keeps the others', async () => {
  const html = await page('?view=all&q=sign&priority=normal')
  expect(html).toMatch(/href="\/admin\/tickets\?view=all&amp;priority=normal"><span/)
  expect(html).toMatch(/href="\/admin\/tickets\?view=all&amp;q=sign"><span/)
  expect(html).toContain('Remove all')
})

test.each([
  ['?view=on_hold', 'No ticket waits for somebody else.'],
  ['?view=all&q=xylophone', 'No ticket fits'],
  ['?view=all&page=99', 'Go to its first page'],
])('the empty list of %s says what to do', async (query, words) => {
  expect(await page(query)).toContain(words)
})

test.each([
  '?view=%00&status=x&assignee=1&tag=%00&from=x&to=2026-02-31&sort=__proto__&page=-1',
  '?view=all&assignee=00000000-0000-4000-8000-000000000000',
  `?q=${'%25'.repeat(300)}`,
  '?q=%F0%9F%A6%86&view=constructor',
])('whatever stands in the address, there is a page: %s', async (query) => {
  expect((await cast.agent.get(`/admin/tickets${query}`)).status).toBe(200)
})

test('"Take" takes a ticket also where a browser sends it with the form around it', async () => {
  const { number } = await openTicket(cast.customer)
  const answer = await change({ take: String(number), change: '' })
  expect(answer.headers.get('Location')).toContain('/admin/tickets?view=all')
  expect(await row(number)).toMatchObject({ status: 'open' })
})

test('"Take" takes a ticket and comes back to the same list', async () => {
  const { number } = await openTicket(cast.customer)
  const answer = await change({ intent: 'take', take: String(number) }, '?view=new&sort=newest')
  expect(answer.status).toBe(303)
  expect(answer.headers.get('Location')).toBe('/admin/tickets?view=new&sort=newest')
  expect(await page('?view=mine')).toContain(`Ticket ${number} is yours.`)
})

test('ticked tickets are changed, and the next page says so', async () => {
  const { number: one } = await openTicket(cast.customer)
  const { number: two } = await openTicket(cast.customer)
  const answer = await change({ ticket: await boxes([one, two]), change: 'priority:urgent' })
  expect(answer.status).toBe(303)
  expect(await page('?view=all')).toContain(`2 tickets are changed: ${one}, ${two}.`)
  expect(await row(two)).toMatchObject({ priority: 'urgent' })
})

test('what could not be changed is named, stays ticked, and the rest is done', async () => {
  const { number: fine } = await openTicket(cast.customer)
  const { number: news } = await openTicket(cast.customer)
  const ticket = await boxes([fine, news])
  await portal.supabase.query(`update public.tickets set priority = 'high' where number = $1`, [
    news,
  ])
  const answer = await change({ ticket, change: 'status:pending' })
  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(html).toContain('<title>Error: All: queue')
  expect(html).toContain(`1 ticket is changed: ${fine}.`)
  expect(html).toContain(`href="/admin/tickets/${news}">${news} has changed since`)
  expect(html).toMatch(new RegExp(`checked="" value="${news}:`))
  expect(html).not.toMatch(new RegExp(`checked="" value="${fine}:`))
  expect(html).toContain('<option value="status:pending" selected="">')
  expect(await row(fine)).toMatchObject({ status: 'pending' })
  expect(await row(news)).toMatchObject({ status: 'new' })
})

test.each<[string, Fields, string]>([
  ['no ticket', { change: 'status:open' }, 'Tick at least one ticket'],
  ['no change', { ticket: '1001:1' }, 'Choose what to do with the ticked tickets'],
  ['an unknown change', { ticket: '1001:1', change: 'number:1' }, 'Choose what to do'],
  [
    '101 tickets',
    {
      ticket: Array.from({ length: 101 }, (_, each) => `${1001 + each}:1`),
      change: 'priority:low',
    },
    'Tick at most 100 tickets',
  ],
])('with %s the page comes back and says what to do', async (_name, fields, words) => {
  const answer = await change(fields)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(words)
})

test('closing is asked about first, and done when asked again', async () => {
  const { number } = await openTicket(cast.customer)
  const fields = { ticket: await boxes([number]), change: 'status:closed' }
  const question = await (await change(fields)).text()
  expect(question).toContain('Close 1 ticket?')
  expect(question).toContain('name="sure"')
  expect(await row(number)).toMatchObject({ status: 'new' })
  expect((await change({ ...fields, sure: 'yes' })).status).toBe(303)
  expect(await row(number)).toMatchObject({ status: 'closed' })
})

test('a macro sends each customer one reply, though the form comes twice', async () => {
  const { number, id } = await openTicket(cast.customer)
  const [macro] = await portal.supabase.query<{ id: string }>(
    `insert into public.macros (name, reply) values ('Hello', 'Hello {{requester.first_name}}') returning id`,
  )
  const fields = {
    ticket: await boxes([number]),
    change: `macro_id:${macro!.id}`,
    key: randomUUID(),
  }
  for (let time = 0; time < 2; time += 1) expect((await change(fields)).status).toBe(303)
  const replies = await portal.supabase.query(
    'select body from public.ticket_messages where ticket_id = $1 and id <> $1',
    [id],
  )
  expect(replies).toEqual([{ body: 'Hello Maya' }])
})

test.each([
  ['a macro that is gone', `macro_id:${randomUUID()}`, 404],
  ['a tag that is gone', 'add_tag:unheard of', 400],
  ['somebody who is no staff', `assignee:${randomUUID()}`, 400],
])('%s changes nothing', async (_name, wanted, status) => {
  const { number } = await openTicket(cast.customer)
  const before = await row(number)
  const answer = await change({ ticket: await boxes([number]), change: wanted })
  expect(answer.status).toBe(status)
  expect(await row(number)).toEqual(before)
})

test('shortcuts are turned off and on again, for one person', async () => {
  expect((await cast.agent.post('/admin/shortcuts', { intent: 'off' })).status).toBe(303)
  expect(await (await cast.agent.get('/admin/shortcuts')).text()).toContain('Turn shortcuts on')
  expect(await (await cast.admin.get('/admin/shortcuts')).text()).toContain('Turn shortcuts off')
  await cast.agent.post('/admin/shortcuts', { intent: 'on' })
  expect(await (await cast.agent.get('/admin/shortcuts')).text()).toContain('Turn shortcuts off')
})

const views = async () => [...(await page()).matchAll(/class="views">.*?<\/ul>/gs)][0]![0]

test('a view is saved under a name, opened with its filters, and deleted', async () => {
  const query = '?view=all&q=sign+in&priority=urgent'
  const form = { intent: 'save-view', id: randomUUID(), name: 'Urgent sign-ins' }
  for (let time = 0; time < 2; time += 1)
    expect((await change(form, `${query}&page=3`)).status).toBe(303)
  expect(await views()).toContain(`href="/admin/tickets${query.replaceAll('&', '&amp;')}">Urgent`)
  expect(await page(query)).toContain('<h1><bdi>Urgent sign-ins</bdi></h1>')
  const ofOthers = await (await cast.admin.get('/admin/tickets')).text()
  expect(ofOthers).not.toContain('Urgent sign-ins')
  await cast.admin.post('/admin/tickets', { intent: 'delete-view', id: form.id })
  expect(await views()).toContain('Urgent sign-ins')
  await change({ intent: 'delete-view', id: form.id }, query)
  expect(await views()).not.toContain('Urgent sign-ins')
})

test.each([
  ['', 'Give the view a name'],
  ['x'.repeat(41), 'Use at most 40 characters'],
  ['two\nlines', 'Write the name on one line'],
])('a view named "%s" is not saved, and the page says why', async (name, words) => {
  const form = { intent: 'save-view', id: randomUUID(), name }
  const answer = await change(form, '?view=all&status=new')
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(words)
})
