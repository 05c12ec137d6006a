import { afterAll, beforeAll, expect, test } from 'vitest'
import { gatherCast, type Cast } from '../support/actors'
import { startTestPortal, type TestPortal } from '../support/portal'
import { makeFeed, openTicket, reply } from '../support/ticket-forms'

const NOTE = 'violet-umbrella-ninety'

let portal: TestPortal
let cast: Cast

beforeAll(async () => {
  portal = await startTestPortal()
  cast = await gatherCast(portal)
})
afterAll(() => portal.stop())

test('a feed has what was said and what happened, and nothing of the team', async () => {
  const { number } = await openTicket(cast.customer, { subject: 'Dates <b>&amp;</b> times' })
  const desk = `/admin/tickets/${number}`
  await cast.agent.post(desk, { intent: 'take' })
  await reply(cast.agent, desk, { reply: 'Two lines:\n]]> & \u0007 \u202e\ufffe' })
  await reply(cast.agent, desk, { intent: 'note', note: NOTE })
  const answer = await cast.anonymous.get(await makeFeed(cast.customer, number))
  const xml = await answer.text()
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/atom+xml; charset=utf-8',
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  })
  expect(xml).toContain(`<title>Ticket ${number}: Dates &lt;b&gt;&amp;amp;&lt;/b&gt; times</title>`)
  expect(xml).toContain('Ines Okafor wrote')
  expect(xml).toContain(']]&gt; &amp;')
  expect(xml).toContain('Ines Okafor asked you something')
  expect(xml).toContain(`href="${portal.url}/tickets/${number}"`)
  expect(xml.match(/<entry>/g)).toHaveLength(5)
  expect(xml).not.toContain(NOTE)
  for (const not of ['took the ticket', 'example.com', '\u0007', '\ufffe']) {
    expect(xml).not.toContain(not)
  }
})

test('an address is shown once, and a new one ends it', async () => {
  const { number } = await openTicket(cast.customer)
  const page = `/tickets/${number}/feed`
  expect(await (await cast.customer.get(page)).text()).toContain('Make an address')
  const first = await makeFeed(cast.customer, number)
  const again = await (await cast.customer.get(page)).text()
  expect(again).toContain('cannot be shown again')
  expect(again).not.toContain(first.split('token=')[1])
  const second = await makeFeed(cast.customer, number)
  expect((await cast.anonymous.get(first)).status).toBe(404)
  expect((await cast.anonymous.get(second)).status).toBe(200)
  await cast.customer.post(page, { intent: 'end' })
  expect((await cast.anonymous.get(second)).status).toBe(404)
})

test('tokens are 128 random bits each, and stand in no log', async () => {
  const { number } = await openTicket(cast.customer)
  const addresses: string[] = []
  for (let count = 0; count < 3; count += 1) addresses.push(await makeFeed(cast.customer, number))
  const tokens = addresses.map((address) => address.split('token=')[1]!)
  expect(new Set(tokens).size).toBe(3)
  for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(16)
  await cast.anonymous.get(addresses[2]!)
  const log = portal.log().join('\n')
  for (const token of tokens) expect(log).not.toContain(token)
})

test.each(['make', 'end'])('%s is a POST of our own page, never a link', async (intent) => {
  const { number } = await openTicket(cast.customer)
  const feed = await makeFeed(cast.customer, number)
  await cast.customer.get(`/tickets/${number}/feed?intent=${intent}`)
  const headers = { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }
  const forged = await cast.customer.post(`/tickets/${number}/feed`, { intent }, headers)
  expect(forged.status).toBe(403)
  expect((await cast.anonymous.get(feed)).status).toBe(200)
})

test.each(['token=', 'token=__proto__', 'token=%00', 'token[]=x', 'token=a&token=b'])(
  'an address with %s is not found',
  async (query) => {
    const { number } = await openTicket(cast.customer)
    await makeFeed(cast.customer, number)
    expect((await cast.anonymous.get(`/tickets/${number}/feed.atom?${query}`)).status).toBe(404)
  },
)
