import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gatherCast, type Actor, type Cast, type Fields } from '../support/actors'
import { startTestPortal, type TestPortal } from '../support/portal'
import { tableHashes } from '../support/table-hashes'
import {
  fileLinks,
  openTicket,
  picture,
  reply,
  sendTicket,
  ticketNumberIn,
  TYPED,
  writeTicket,
} from '../support/ticket-forms'

let portal: TestPortal
let cast: Cast
let customer: Actor

beforeAll(async () => {
  portal = await startTestPortal()
  cast = await gatherCast(portal)
  customer = cast.customer
})

afterAll(() => portal.stop())

async function count(sql: string, ...parameters: unknown[]): Promise<number> {
  const text = `select count(*)::int as count from ${sql}`
  const [row] = await portal.supabase.query<{ count: number }>(text, parameters)
  return row!.count
}

const FOREIGN: Record<string, string>[] = [
  { Origin: 'https://evil.example' },
  { Origin: 'null' },
  { Origin: 'http://localhost' },
  { Origin: '', Referer: 'https://evil.example/' },
  { Referer: 'https://evil.example/form' },
  { 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'same-site' },
  { 'Sec-Fetch-Site': 'cross-site', Origin: 'OURS' },
  { 'Sec-Fetch-Site': 'cross-site', Referer: 'OURS/tickets' },
]

/** Headers without the Origin that a browser of ours would send. */
async function postWith(headers: Record<string, string>, path: string, fields: Fields) {
  const sent = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.replace('OURS', portal.url)]),
  )
  const body = new URLSearchParams(fields as Record<string, string>)
  return customer.request(path, { method: 'POST', body, headers: sent })
}

test.each(FOREIGN)('a form that comes from elsewhere changes nothing: %j', async (headers) => {
  const { id, number } = await openTicket(customer)
  const draft = randomUUID()
  const posts: [path: string, fields: Fields][] = [
    [`/tickets/new?draft=${draft}`, TYPED],
    [`/tickets/${number}`, { reply: 'From elsewhere' }],
    [`/tickets/${number}`, { intent: 'close' }],
    [`/tickets/${number}.data`, { reply: 'From elsewhere' }],
    ['/logout', {}],
    ['/login', { email: 'maya@example.com', password: 'x' }],
  ]
  for (const [path, fields] of posts) {
    const answer = await postWith(headers, path, fields)
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('This form came from another site')
  }
  expect(await count('public.ticket_drafts where id = $1', draft)).toBe(0)
  expect(await count('public.ticket_messages where ticket_id = $1', id)).toBe(1)
  expect((await customer.get('/tickets')).status).toBe(200)
})

test.each([
  { Origin: 'OURS' },
  { 'Sec-Fetch-Site': 'same-origin' },
  { 'Sec-Fetch-Site': 'none' },
  { Referer: 'OURS/tickets/new' },
  {},
] as Record<string, string>[])('a form of our own is taken: %j', async (headers) => {
  const answer = await postWith(headers, `/tickets/new?draft=${randomUUID()}`, TYPED)
  expect(answer.status).toBe(303)
})

test.each(['evil.example', 'internal:8080'])(
  'a form is taken whatever name a proxy has for us: %s',
  async (name) => {
    const headers = { Origin: portal.url, 'X-Forwarded-Host': name, 'X-Forwarded-Proto': 'https' }
    const answer = await postWith(headers, `/tickets/new?draft=${randomUUID()}`, TYPED)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Location')).toMatch(/^\/tickets\/new/)
  },
)

test.each(['PUT', 'PATCH', 'DELETE'])('%s changes nothing anywhere', async (method) => {
  const { number } = await openTicket(customer)
  for (const path of [`/tickets/${number}`, '/tickets/new', '/logout', '/', '/tickets.data']) {
    const answer = await customer.request(path, { method, headers: { Origin: portal.url } })
    expect(answer.status).toBe(405)
  }
})

test.each(['/', '/tickets', '/account', '/kb', '/search', '/signup/sent'])(
  'a form sent to %s, which takes none, is refused with a page',
  async (path) => {
    await customer.get(path)
    const answer = await customer.post(path, { intent: 'reply' })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('Content-Type')).toContain('text/html')
    expect(await answer.text()).toContain('<h1')
  },
)

test('another method in a header or a field is not listened to', async () => {
  const { id, number } = await openTicket(customer)
  const headers = { 'X-HTTP-Method-Override': 'DELETE' }
  await customer.post(`/tickets/${number}`, { _method: 'DELETE', reply: 'Hello' }, headers)
  expect(await count('public.ticket_messages where ticket_id = $1', id)).toBe(2)
})

test.each([
  ['two subjects', { subject: ['One', 'Two'] }],
  ['two descriptions', { description: ['One', 'Two'] }],
  ['two categories', { category: ['tickets', 'account'] }],
  ['a file where the subject is expected', { subject: picture() }],
  ['a file where the description is expected', { description: picture() }],
  ['an empty form', { subject: '', description: '', category: '' }],
] as [string, Fields][])('a new ticket with %s is not sent on', async (_what, fields) => {
  const answer = await writeTicket(customer, randomUUID(), fields)
  expect([400, 422]).toContain(answer.status)
})

test('text where files are expected is no file', async () => {
  const id = randomUUID()
  const answer = await writeTicket(customer, id, { files: ['a.png', '/etc/passwd'] })
  expect(answer.status).toBe(303)
  expect(await count('public.ticket_attachments where ticket_id = $1', id)).toBe(0)
})

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'delete', ''])(
  'a button called "%s" is not known',
  async (intent) => {
    const { id, number } = await openTicket(customer)
    const fields = { intent, reply: 'x', note: 'x' }
    expect((await customer.post(`/tickets/${number}`, fields)).status).toBe(400)
    expect((await cast.agent.post(`/admin/tickets/${number}`, fields)).status).toBe(400)
    expect((await writeTicket(customer, randomUUID(), { intent })).status).toBe(400)
    expect(await count('public.ticket_messages where ticket_id = $1', id)).toBe(1)
  },
)

test('two buttons at once are none', async () => {
  const { number } = await openTicket(customer)
  const answer = await customer.post(`/tickets/${number}`, { intent: ['close', 'reply'] })
  expect(answer.status).toBe(400)
})

test('a body that is no form is refused with a sentence', async () => {
  const headers = { Origin: portal.url, 'Content-Type': 'application/json' }
  for (const path of ['/login', `/tickets/new?draft=${randomUUID()}`]) {
    const answer = await customer.request(path, { method: 'POST', body: '{"a":1}', headers })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('This form could not be read')
  }
})

test('text with NUL and half characters is kept without them', async () => {
  const subject = 'NUL \u0000 and half \ud83d of it'
  const { id } = await openTicket(customer, { subject, description: `A\u0000B ${subject}` })
  const [ticket] = await portal.supabase.query('select subject from public.tickets where id = $1', [
    id,
  ])
  expect(ticket).toEqual({ subject: 'NUL and half \ufffd of it' })
})

test('markup and words of programs stay text', async () => {
  const subject = '</title><script>alert(1)</script>{{7*7}}${7*7}{process.env}\u2028'
  const description = '<style>input[value^=a]{background:url(//evil)}</style></script><!--umbrella'
  const { number } = await openTicket(customer, { subject, description })
  for (const [actor, path] of [
    [customer, `/tickets/${number}`],
    [cast.agent, `/admin/tickets/${number}`],
    [customer, '/tickets'],
  ] as const) {
    const page = await (await actor.get(path)).text()
    expect(page).not.toContain('<script>alert')
    expect(page).not.toContain('<style>')
    expect(page).not.toContain('</script><!--umbrella')
    expect(page).toContain('{{7*7}}${7*7}{process.env}')
  }
})

test('looking at every page of the portal, as an admin, changes nothing', async () => {
  const ticket = await openTicket(customer, { files: picture() })
  await writeTicket(cast.admin, randomUUID())
  await cast.admin.get('/account') // shows the sentence kept for the next page
  // Mails that are on their way change the outbox and the history of their tickets.
  const underWay = `public.notifications where state in ('queued', 'sending')`
  await expect.poll(() => count(underWay), { timeout: 10_000 }).toBe(0)
  const before = await tableHashes(portal)
  const waiting = ['/', '/tickets', '/admin', '/account', '/logout', `/tickets/${ticket.number}`]
  const seen = new Set(waiting)
  // Forms make up ids of what may be written, and lists sort and filter: it is the same page.
  const kindOf = (path: string) =>
    path.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id').replaceAll(/=[^&]*/g, '')
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    const page = await cast.admin.follow(await cast.admin.get(path))
    const html = await page.text()
    await cast.admin.request(path, { method: 'HEAD' })
    for (const [, link] of html.matchAll(/(?:href|action)="(\/[^"#]*)/g)) {
      const next = link!.replaceAll('&amp;', '&')
      if (seen.size < 400 && !seen.has(kindOf(next)) && !next.startsWith('/assets')) {
        seen.add(kindOf(next))
        waiting.push(next)
      }
    }
  }
  expect(seen.size).toBeGreaterThan(40)
  expect([...seen]).toContain(`/admin/tickets/${ticket.number}`)
  expect(await tableHashes(portal)).toEqual(before)
})

test('two identical forms at once make one draft, one ticket and one file', async () => {
  const id = randomUUID()
  const twice = (send: () => Promise<Response>) => Promise.all([send(), send()])
  const written = await twice(() => writeTicket(customer, id, { files: picture() }))
  expect(written.map(({ status }) => status)).toEqual([303, 303])
  const [first, second] = await twice(() => sendTicket(customer, id))
  expect(ticketNumberIn(first!)).toBe(ticketNumberIn(second!))
  expect(await count('public.tickets where id = $1', id)).toBe(1)
  expect(await count('public.ticket_messages where ticket_id = $1', id)).toBe(1)
  expect(await count('public.ticket_attachments where message_id = $1', id)).toBe(1)
  expect(await count('storage.objects where name like $1', `${id}/%`)).toBe(1)
  const page = await (await customer.get(`/tickets/${ticketNumberIn(first!)}`)).text()
  const file = await customer.get(fileLinks(page)[0]!)
  expect((await file.arrayBuffer()).byteLength).toBe(200)
})

test('two identical replies with a file at once are one reply with one file', async () => {
  const { id, number } = await openTicket(customer)
  const key = randomUUID()
  const send = () => reply(customer, `/tickets/${number}`, { reply: 'Once', files: picture() }, key)
  const answers = await Promise.all([send(), send(), send()])
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
  expect(await count(`public.ticket_messages where ticket_id = $1 and body = 'Once'`, id)).toBe(1)
  expect(await count('public.ticket_attachments where message_id = $1', key)).toBe(1)
})

test('a form that is sent again from the Back button leads to the same ticket', async () => {
  const { id, number } = await openTicket(customer)
  expect(ticketNumberIn(await sendTicket(customer, id))).toBe(number)
  const page = await customer.get(`/tickets/new/answers?draft=${id}`)
  expect(ticketNumberIn(page)).toBe(number)
})

test('a refused ticket keeps every value and every file, and says what to do', async () => {
  const id = randomUUID()
  const fields = {
    subject: '  ',
    priority: 'urgent',
    category: 'account',
    files: picture('kept.png'),
  }
  const answer = await writeTicket(customer, id, fields)
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toMatch(/<title>Error: /)
  expect(page).toContain('There is a problem')
  expect(page).toContain('href="#subject"')
  expect(page).toContain(TYPED.description)
  expect(page).toMatch(/<option value="account" selected/)
  expect(page).toMatch(/<option value="urgent" selected/)
  expect(page).toContain('kept.png')
  expect((await writeTicket(customer, id)).status).toBe(303)
  await sendTicket(customer, id)
  expect(await count('public.ticket_attachments where message_id = $1', id)).toBe(1)
})

test.each([
  ['customer', '/tickets', 'reply'],
  ['agent', '/admin/tickets', 'message'],
] as const)(
  'a refused reply of a %s keeps its file, which goes with it later',
  async (who, list, key) => {
    const { number } = await openTicket(customer)
    const id = randomUUID()
    const page = `${list}/${number}`
    const refused = await reply(cast[who], page, { reply: ' ', files: picture('kept.png') }, id)
    const html = await refused.text()
    expect(refused.status).toBe(422)
    expect(html).toContain('kept.png')
    expect(html).toContain(`${key}=${id}`)
    expect((await reply(cast[who], page, { reply: 'Here it is' }, id)).status).toBe(303)
    expect(await count('public.ticket_attachments where message_id = $1', id)).toBe(1)
  },
)

test.each([
  ['customer', '/tickets'],
  ['agent', '/admin/tickets'],
] as const)('a %s who takes a file back has sent nothing and lost no word', async (who, list) => {
  const { id: ticketId, number } = await openTicket(customer)
  const id = randomUUID()
  const page = `${list}/${number}`
  await reply(cast[who], page, { reply: ' ', files: picture('wrong.png') }, id)
  const [file] = await portal.supabase.query<{ id: string }>(
    'select id from public.ticket_attachments where message_key = $1',
    [id],
  )
  const path = `${page}?${who === 'agent' ? 'message' : 'reply'}=${id}`
  const answer = await cast[who].post(path, { reply: 'Half a sentence', remove: file!.id })
  const html = await answer.text()
  expect(answer.status).toBe(200)
  expect(html).toContain('Half a sentence')
  expect(html).not.toContain('wrong.png')
  expect(html).not.toContain('There is a problem')
  expect(await count('public.ticket_messages where ticket_id = $1', ticketId)).toBe(1)
  expect(await count('storage.objects where name = $1', `${ticketId}/${file!.id}`)).toBe(0)
})

test('sign-in keeps the address that was typed and never shows the password again', async () => {
  const fields = { email: 'maya@example.com', password: 'not-my-password-1', next: '/account' }
  const answer = await cast.anonymous.post('/login', fields)
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('value="maya@example.com"')
  expect(page).toContain('value="/account"')
  expect(page).not.toContain('not-my-password-1')
})
