import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Actor, gatherCast, type Cast } from '../support/actors'
import { startTestPortal, type TestPortal } from '../support/portal'
import { openTicket, reply } from '../support/ticket-forms'

let portal: TestPortal
let cast: Cast

beforeAll(async () => {
  portal = await startTestPortal()
  cast = await gatherCast(portal)
})
afterAll(() => portal.stop())

const FIELDS = { priority: 'normal', category: 'signing-in', tags: '' }

const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? ''

/** What stands in a field for several lines. */
const fieldOf = (html: string, name: string) =>
  new RegExp(`<textarea[^>]*name="${name}"[^>]*>([^<]*)`).exec(html)?.[1]

async function ticketAtDesk() {
  const { number } = await openTicket(cast.customer)
  const desk = `/admin/tickets/${number}`
  return { number, desk, page: await (await cast.agent.get(desk)).text() }
}

test('a form that came too late saves nothing and shows both, then saves when pressed again', async () => {
  const { desk, page } = await ticketAtDesk()
  const version = hidden(page, 'version')
  const save = { intent: 'save', version, status: 'new', ...FIELDS }
  expect((await cast.admin.post(desk, { ...save, priority: 'urgent' })).status).toBe(303)

  const late = await cast.agent.post(desk, { ...save, priority: 'low', tags: 'mine' })
  expect(late.status).toBe(409)
  const html = await late.text()
  expect(html).toMatch(/<title>Error: /)
  expect(html).toContain('Priority is Urgent by now')
  expect(html).toContain('you chose Low')
  expect(fieldOf(html, 'tags')).toBe('mine')
  const again = { ...save, version: hidden(html, 'version'), priority: 'low', tags: 'mine' }
  expect((await cast.agent.post(desk, again)).status).toBe(303)
})

test('a reply is held back while somebody else writes, and nothing of either is lost', async () => {
  const { number, desk, page } = await ticketAtDesk()
  const id = randomUUID()
  await reply(cast.customer, `/tickets/${number}`, { reply: 'It works again, thank you.' })
  const fields = { intent: 'solve', seen: hidden(page, 'seen'), reply: 'Have you tried again?' }
  const early = await cast.agent.post(`${desk}?message=${id}`, fields)
  expect(early.status).toBe(409)
  const html = await early.text()
  expect(html).toContain('Your reply is not sent yet.')
  expect(html).toContain('It works again, thank you.')
  expect(html).toContain('Have you tried again?</textarea>')
  expect(html).toContain('Send anyway')
  // Also for whoever closes the page now.
  expect(await (await cast.agent.get(desk)).text()).toContain('Have you tried again?</textarea>')

  const anyway = { ...fields, seen: hidden(html, 'seen') }
  expect((await cast.agent.post(`${desk}?message=${id}`, anyway)).status).toBe(303)
  expect((await cast.agent.post(`${desk}?message=${id}`, anyway)).status).toBe(303)
  const after = await (await cast.customer.get(`/tickets/${number}`)).text()
  expect(after.match(/Have you tried again\?<\/p>/g)).toHaveLength(1)
})

test('a reply to a ticket that was merged meanwhile is kept', async () => {
  const { number, desk } = await ticketAtDesk()
  const { number: into } = await openTicket(cast.customer)
  const merge = {
    ...{ messageId: randomUUID(), message: `See ${into}` },
    ...{ intoMessageId: randomUUID(), intoMessage: `With ${number}` },
  }
  const merged = await cast.admin.post(`${desk}/merge?into=${into}`, merge)
  expect(merged.headers.get('Location')).toBe(`/admin/tickets/${into}`)
  const late = await reply(cast.agent, desk, { reply: 'Written for nothing?' })
  expect(late.status).toBe(409)
  const kept = await portal.supabase.query(
    `select 1 from public.ticket_reply_drafts where body = 'Written for nothing?'`,
  )
  expect(kept).toHaveLength(1)
  const own = await (await cast.customer.get(`/tickets/${number}`)).text()
  expect(own).toContain(`href="/tickets/${into}"`)
})

test('reply and note whose session has ended come back after signing in, each as what it is', async () => {
  const { desk, page } = await ticketAtDesk()
  const [, action = ''] = /<form[^>]*action="([^"]*message=[^"]*)"/.exec(page) ?? []
  const form = action.replaceAll('&amp;', '&')
  const typed = { reply: 'A reply in vain', note: 'A note in vain', priority: 'urgent' }
  const gone = new Actor(portal.url)
  gone.setCookie('portico-session', 'base64-eyJhIjoxfQ')
  const fields = {
    permit: hidden(page, 'permit'),
    was: 'priority=normal',
    intent: 'take',
    ...typed,
  }
  const answer = await gone.post(form, fields)
  const login = new URL(answer.headers.get('Location') ?? '', portal.url)
  expect(login.pathname).toBe('/login')

  const back = await (await cast.agent.get(login.searchParams.get('next') ?? '')).text()
  expect(fieldOf(back, 'reply')).toBe(typed.reply)
  expect(fieldOf(back, 'note')).toBe(typed.note)
  expect(back).toMatch(/Not saved yet:<\/strong> (<!-- -->)?Priority/)
  const customer = await (await cast.customer.get(desk.replace('/admin', ''))).text()
  for (const text of [typed.reply, typed.note]) expect(customer).not.toContain(text)

  const without = await gone.post(form, { ...fields, permit: 'x', note: 'By a stranger' })
  expect(without.headers.get('Location')).toMatch(/^\/login/)
  expect(await (await cast.agent.get(desk)).text()).not.toContain('By a stranger')
})

test('macro, saved reply and help page are put into the draft, behind what was typed', async () => {
  const { number, desk } = await ticketAtDesk()
  const [macro] = await portal.supabase.query<{ id: string }>(
    `insert into public.macros (name, reply, priority, assign)
      values ('Ask ${number}', 'Hello {{requester.first_name}}', 'high', 'me') returning id`,
  )
  const message = randomUUID()
  const at = `${desk}?message=${message}`
  const typed = { reply: 'My own words.', macroChoice: macro!.id, intent: 'macro' }
  const chosen = await (await cast.agent.postAndFollow(at, typed)).text()
  expect(chosen).toContain('My own words.\n\nHello Maya</textarea>')
  expect(chosen).toContain('sets the priority to High')

  const found = await cast.agent.postAndFollow(at, {
    reply: 'A',
    intent: 'find',
    insert: 'password',
  })
  const path = /name="link"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="link"/.exec(
    await found.text(),
  )
  const link = { reply: 'A', link: path?.[1] ?? path?.[2] ?? '' }
  const inserted = await (await cast.agent.postAndFollow(at, link)).text()
  expect(inserted).toMatch(new RegExp(`A\\n\\n[^<]+: ${portal.url}${link.link}</textarea>`))
  expect(
    (await cast.agent.post(at, { reply: 'A', link: 'https://elsewhere.example' })).status,
  ).toBe(400)

  const before = await (await cast.customer.get(`/tickets/${number}`)).text()
  expect(before).not.toContain('Hello Maya')
  const fields = { reply: 'Hello Maya', macro: macro!.id, macroVersion: '1', after: 'on_hold' }
  await cast.agent.post(at, { intent: 'reply', ...fields })
  const after = await (await cast.agent.get(desk)).text()
  expect(after).toContain(`used the macro “Ask ${number}”`)
})

test('whoever else has the ticket open is named, and is replying once a reply is begun', async () => {
  const { desk } = await ticketAtDesk()
  expect(await (await cast.admin.get(desk)).text()).toContain('is reading this ticket too.')
  await cast.agent.post(`${desk}?message=${randomUUID()}`, { intent: 'autosave', reply: 'Dear' })
  const beat = await (await cast.admin.get(`${desk}/presence`)).json()
  expect(beat).toMatchObject({ others: [{ replying: true }] })
})

test('to customers none of these pages exists, whatever they send', async () => {
  const { desk } = await ticketAtDesk()
  for (const path of [`${desk}/merge`, `${desk}/split`, `${desk}/presence`]) {
    expect((await cast.customer.get(path)).status).toBe(404)
    expect((await new Actor(portal.url).get(path)).status).toBe(302)
  }
  for (const path of [`${desk}/merge?into=1001`, `${desk}/split?message=${randomUUID()}`, desk]) {
    expect((await cast.customer.post(path, { intent: 'save' })).status).toBe(404)
  }
})

test('merging into itself, into nothing or into a closed ticket is refused with a sentence', async () => {
  const { number, desk } = await ticketAtDesk()
  for (const into of ['999999', String(number), 'x']) {
    const page = await (await cast.agent.get(`${desk}/merge?into=${into}`)).text()
    expect(page).toMatch(/Enter the number of a(nother)? ticket/)
  }
  const merge = {
    messageId: randomUUID(),
    message: 'A',
    intoMessageId: randomUUID(),
    intoMessage: 'B',
  }
  expect((await cast.agent.post(`${desk}/merge?into=${number}`, merge)).status).toBe(409)
})

test('a split makes one ticket, however often it is sent', async () => {
  const { number, desk } = await ticketAtDesk()
  const messageId = randomUUID()
  await reply(cast.customer, `/tickets/${number}`, { reply: 'And the export?' }, messageId)
  const split = `${desk}/split?message=${messageId}`
  const empty = await cast.agent.post(split, { id: randomUUID(), subject: ' ' })
  expect(empty.status).toBe(422)
  const fields = { id: randomUUID(), subject: 'The export' }
  const answers = await Promise.all([
    cast.agent.post(split, fields),
    cast.agent.post(split, fields),
  ])
  const [first, second] = answers.map((answer) => answer.headers.get('Location'))
  expect(first).toMatch(/^\/admin\/tickets\/\d+$/)
  expect(second).toBe(first)
})

test.each<[string, Record<string, string | string[]>, number]>([
  ['a name of every object', { intent: '__proto__' }, 400],
  ['two buttons', { intent: ['save', 'note'] }, 400],
  ['a field twice', { intent: 'save', version: '1', status: ['open', 'solved'], ...FIELDS }, 422],
  ['no version', { intent: 'save', status: 'open', ...FIELDS }, 422],
  ['a status that only the portal sets', { intent: 'save', version: '1', status: 'closed' }, 422],
  ['words in the place of choices', { intent: 'check', was: '%zz&&=', tags: '<script>' }, 303],
])('a form with %s changes nothing', async (_what, fields, status) => {
  const { number, desk } = await ticketAtDesk()
  const state = () =>
    portal.supabase.query('select * from public.tickets where number = $1', [number])
  const before = await state()
  const answer = await cast.agent.post(desk, fields)
  expect(answer.status).toBe(status)
  expect(await state()).toEqual(before)
})

test('nobody writes more of a ticket than its form has', async () => {
  const { number, desk, page } = await ticketAtDesk()
  const extra = { requester_id: randomUUID(), number: '1', source: 'chat', merged_into: '1' }
  const save = { intent: 'save', version: hidden(page, 'version'), status: 'open', ...FIELDS }
  expect((await cast.agent.post(desk, { ...save, ...extra })).status).toBe(303)
  const [ticket] = await portal.supabase.query<{ source: string; merged_into: null }>(
    'select source, merged_into from public.tickets where number = $1',
    [number],
  )
  expect(ticket).toEqual({ source: 'form', merged_into: null })
})

test('what stands in an address is text on the page, and no choice of anybody', async () => {
  const { desk } = await ticketAtDesk()
  const evil = '"><script>alert(1)</script>'
  const query = new URLSearchParams({ tags: evil, priority: evil, insert: evil, macro: evil })
  const html = await (await cast.agent.get(`${desk}?${query}`)).text()
  expect(html).not.toContain('<script>alert')
  expect(fieldOf(html, 'tags')).toContain('&lt;script&gt;')
})

test('a message of another ticket is not to be split off', async () => {
  const { desk } = await ticketAtDesk()
  const other = await ticketAtDesk()
  const id = randomUUID()
  await reply(cast.customer, `/tickets/${other.number}`, { reply: 'Elsewhere' }, id)
  const address = `${desk}/split?message=${id}`
  expect((await cast.agent.get(address)).status).toBe(404)
  const fields = { id: randomUUID(), subject: 'Mine' }
  expect((await cast.agent.post(address, fields)).status).toBe(404)
})

test('a ticket that is split off has the files of its message, each ticket its own', async () => {
  const { number, desk } = await ticketAtDesk()
  const id = randomUUID()
  const files = new File(['What was on it'], 'list.txt', { type: 'text/plain' })
  await reply(cast.customer, `/tickets/${number}`, { reply: 'And this?', files }, id)
  const split = { id: randomUUID(), subject: 'The list' }
  const answer = await cast.agent.post(`${desk}/split?message=${id}`, split)
  const made = answer.headers.get('Location')!.replace('/admin', '')

  for (const path of [made, `/tickets/${number}`]) {
    const html = await (await cast.customer.get(path)).text()
    const [, file = ''] = new RegExp(`href="(${path}/files/[0-9a-f-]{36})"`).exec(html) ?? []
    expect(await (await cast.customer.get(file)).text()).toBe('What was on it')
    expect((await cast.secondCustomer.get(file)).status).toBe(404)
  }
})

test('a reply to a merged ticket goes to the other one and says so; never to a stranger', async () => {
  const [from, into] = [await ticketAtDesk(), await ticketAtDesk()]
  const { number: foreign } = await openTicket(cast.secondCustomer)
  const merge = () => ({
    ...{ messageId: randomUUID(), message: 'Goes on elsewhere' },
    ...{ intoMessageId: randomUUID(), intoMessage: 'Goes on here' },
  })
  await cast.agent.post(`${from.desk}/merge?into=${into.number}`, merge())
  const page = await (await cast.customer.get(`/tickets/${from.number}`)).text()
  expect(page).toContain(`This goes on in ticket ${into.number}. Your reply goes there.`)
  const sent = await reply(cast.customer, `/tickets/${from.number}`, { reply: 'Is it there?' })
  expect(sent.headers.get('Location')).toBe(`/tickets/${into.number}`)
  const there = await (await cast.customer.follow(sent)).text()
  expect(there).toContain(`in ticket ${into.number}, which goes on with ticket ${from.number}.`)
  expect(there).toContain('Is it there?')

  await cast.agent.post(`${into.desk}/merge?into=${foreign}`, merge())
  const own = await reply(cast.customer, `/tickets/${into.number}`, { reply: 'And now?' })
  expect(own.headers.get('Location')).not.toBe(`/tickets/${foreign}`)
  expect(await (await cast.customer.follow(own)).text()).toContain('And now?')
  const theirs = await (await cast.secondCustomer.get(`/tickets/${foreign}`)).text()
  for (const secret of ['And now?', 'Is it there?']) expect(theirs).not.toContain(secret)
})
