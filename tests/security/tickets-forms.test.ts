import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gatherCast, type Actor, type Cast } from '../support/actors'
import { startTestPortal, type TestPortal } from '../support/portal'
import { makeFeed, openTicket, picture, reply, writeTicket } from '../support/ticket-forms'

let portal: TestPortal
let cast: Cast

beforeAll(async () => {
  portal = await startTestPortal()
  cast = await gatherCast(portal)
})
afterAll(() => portal.stop())

const messagesOf = (id: string) =>
  portal.supabase.query<{ body: string }>(
    `select body from public.ticket_messages where ticket_id = $1 and id <> $1`,
    [id],
  )
const filesOf = (key: string) =>
  portal.supabase.query<{ id: string; name: string; size: number; content_type: string }>(
    `select id, name, size, content_type from public.ticket_attachments where message_key = $1`,
    [key],
  )
const outcomeOf = (id: string) =>
  portal.supabase.query(`select outcome from public.deflections where ticket_id = $1`, [id])

const rooms = [
  ['the customer', 'customer', '/tickets'],
  ['an agent', 'agent', '/admin/tickets'],
] as const

test.each(rooms)('"Remove" takes a file of %s back and sends nothing', async (_who, who, room) => {
  const ticket = await openTicket(cast.customer)
  const id = randomUUID()
  const page = `${room}/${ticket.number}`
  const kept = await reply(cast[who], page, { reply: '', files: picture() }, id)
  expect(kept.status).toBe(422)
  const [file] = await filesOf(id)
  const key = who === 'agent' ? 'message' : 'reply'
  const pressed = { reply: 'Not finished yet', remove: file!.id }
  const answer = await cast[who].post(`${page}?${key}=${id}`, pressed)
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('Not finished yet')
  expect(await filesOf(id)).toEqual([])
  expect(await messagesOf(ticket.id)).toEqual([])

  await cast[who].post(`${page}?${key}=${id}`, { reply: 'Still typing', remove: 'no-such-file' })
  expect(await messagesOf(ticket.id)).toEqual([])
})

test("another customer's Remove leaves a kept file where it is", async () => {
  const id = randomUUID()
  await writeTicket(cast.customer, id, { files: picture() })
  const [file] = await filesOf(id)
  await writeTicket(cast.secondCustomer, randomUUID(), { remove: file!.id })
  expect(await filesOf(id)).toHaveLength(1)
})

/** An archive whose first entry is longer than what is looked at first, as some programs write it. */
function lateOfficeFile(name: string): File {
  const entry = Buffer.alloc(30)
  entry.write('PK\x03\x04', 'latin1')
  entry.writeUInt16LE(20, 4)
  entry.writeUInt32LE(6_000, 18)
  entry.writeUInt32LE(6_000, 22)
  entry.writeUInt16LE(9, 26)
  const bytes = Buffer.concat([entry, Buffer.from('thumb.jpg'), Buffer.alloc(6_000, 7)])
  return new File([bytes], name)
}

test.each([
  ['report.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['budget.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['letter.odt', 'application/vnd.oasis.opendocument.text'],
])('%s is kept, however late its bytes say what it is', async (name, type) => {
  const id = randomUUID()
  await writeTicket(cast.customer, id, { files: lateOfficeFile(name) })
  expect(await filesOf(id)).toMatchObject([{ name, content_type: type }])
})

test('a file of exactly 10 MB is kept, one byte more is refused with the limit in words', async () => {
  const id = randomUUID()
  const files = [picture('exact.png', 10_000_000), picture('more.png', 10_000_001)]
  const answer = await writeTicket(cast.customer, id, { files })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('“more.png” is larger than 10 MB')
  expect(await filesOf(id)).toMatchObject([{ name: 'exact.png', size: 10_000_000 }])
})

test('"Close ticket" says what the ticket then is', async () => {
  const { number } = await openTicket(cast.customer)
  const page = await cast.customer.postAndFollow(`/tickets/${number}`, { intent: 'close' })
  const html = await page.text()
  expect(html).toContain('Your ticket is solved.')
  expect(html).toMatch(/status--solved[^>]*>.*?Solved/s)
})

test('a follow-up and the ticket before it name each other', async () => {
  const old = await openTicket(cast.customer)
  await cast.customer.post(`/tickets/${old.number}`, { intent: 'close' })
  await portal.supabase.query(
    `update public.tickets set solved_at = now() - interval '8 days' where id = $1`,
    [old.id],
  )
  const landed = await reply(cast.customer, `/tickets/${old.number}`, { reply: 'It is back' })
  const followUp = landed.headers.get('Location')!
  const number = followUp.split('/').at(-1)
  for (const [who, room] of [
    [cast.customer, '/tickets'],
    [cast.agent, '/admin/tickets'],
  ] as [Actor, string][]) {
    const later = await (await who.get(`${room}/${number}`)).text()
    expect(later).toContain(`href="${room}/${old.number}"`)
    const earlier = await (await who.get(`${room}/${old.number}`)).text()
    expect(earlier).toContain(`href="${room}/${number}"`)
  }
})

test('"Take" stands only at tickets that nobody has', async () => {
  const { number } = await openTicket(cast.customer)
  const desk = `/admin/tickets/${number}`
  expect(await (await cast.agent.get(desk)).text()).toContain('value="take"')
  await cast.admin.post(desk, { intent: 'take' })
  const html = await (await cast.agent.get(desk)).text()
  expect(html).not.toContain('value="take"')
  expect(html).not.toContain('value="release"')
  expect(html).toContain('works on it')
  expect((await cast.agent.post(desk, { intent: 'take' })).status).toBe(409)
})

test('"This solved it" throws draft and files away, once, whoever presses it again', async () => {
  const id = randomUUID()
  await writeTicket(cast.customer, id, { files: picture() })
  const page = `/tickets/new/answers?draft=${id}`
  expect((await cast.secondCustomer.post(page, { intent: 'solved' })).status).toBe(303)
  expect(await filesOf(id)).toHaveLength(1)
  for (let times = 0; times < 2; times += 1) {
    const answer = await cast.customer.post(page, { intent: 'solved' })
    expect(answer.headers.get('Location')).toBe('/tickets')
  }
  expect(await filesOf(id)).toEqual([])
  expect(await outcomeOf(id)).toEqual([{ outcome: 'confirmed' }])
})

test('a ticket that is sent twice at once is opened and noted once', async () => {
  const id = randomUUID()
  await writeTicket(cast.customer, id)
  const send = () => cast.customer.post(`/tickets/new/answers?draft=${id}`, { intent: 'send' })
  const [one, two] = await Promise.all([send(), send()])
  expect(one.headers.get('Location')).toBe(two.headers.get('Location'))
  expect(await outcomeOf(id)).toEqual([{ outcome: 'submitted' }])
})

test('nothing that a text points at is fetched, by the portal or by who reads it', async () => {
  let visits = 0
  const listener = createServer((_req, res) => void res.end(String((visits += 1))))
  await new Promise<void>((resolve) => void listener.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/`
  try {
    const description = `![x](${address}a) <img src="${address}b"> file:///etc/passwd [c](${address}c)`
    const { number } = await openTicket(cast.customer, { subject: address, description })
    await reply(cast.agent, `/admin/tickets/${number}`, { reply: description })
    const feed = await makeFeed(cast.customer, number)
    for (const [actor, path] of [
      [cast.customer, `/tickets/${number}`],
      [cast.agent, `/admin/tickets/${number}`],
      [cast.customer, '/tickets/export.csv'],
      [cast.customer, '/tickets/export.json'],
      [cast.anonymous, feed],
    ] as const) {
      const text = await (await actor.get(path)).text()
      expect(text).toContain(address)
      expect(text).not.toMatch(/(src|srcset|poster|data)="(http:\/\/127|file:)|root:x:/)
    }
    const underWay = `select 1 from public.notifications where state in ('queued', 'sending')`
    await expect.poll(() => portal.supabase.query(underWay), { timeout: 10_000 }).toEqual([])
    expect(visits).toBe(0)
  } finally {
    listener.close()
  }
})

test('letters of many parts, marks and directions are kept as typed, and stay in their line', async () => {
  const subject = `👩‍👩‍👧‍👦 İstanbul ﬁ ${'a' + '\u0301'.repeat(40)} \u202eexe.gpj`
  const { id, number } = await openTicket(cast.customer, {
    subject,
    description: `\ufeff${subject}`,
  })
  const [ticket] = await portal.supabase.query('select subject from public.tickets where id = $1', [
    id,
  ])
  const kept = (ticket as { subject: string }).subject
  expect(kept.normalize()).toContain('👩‍👩‍👧‍👦 İstanbul ﬁ')
  const page = await (await cast.customer.get(`/tickets/${number}`)).text()
  expect(page).toMatch(/<html lang="en"[^>]*>/)
  expect(page).toMatch(/<h1 dir="auto">👩/)
  expect(await (await cast.customer.get('/tickets')).text()).toContain('<bdi>👩')
  const { status } = await cast.customer.request('/tickets', {
    headers: { 'Accept-Language': '../../x' },
  })
  expect(status).toBe(200)
})

test('a customer who is called as the team is still marked as a customer', async () => {
  await portal.supabase.query(`update public.profiles set name = 'Support' where id = $1`, [
    (
      await portal.supabase.query<{ id: string }>(
        `select id from auth.users where email = 'tomas@example.com'`,
      )
    )[0]!.id,
  ])
  const { number } = await openTicket(cast.secondCustomer)
  const page = await (await cast.agent.get(`/admin/tickets/${number}`)).text()
  expect(page).toMatch(/message--customer.*?<bdi>Support<\/bdi>.*?class="voice">Customer</s)
})
