import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Actor, CUSTOMER, gatherCast, SECOND_CUSTOMER, type Cast } from '../support/actors'
import { startTestPortal, type TestPortal } from '../support/portal'
import { openTicket, picture, reply, TYPED } from '../support/ticket-forms'

const SECRET = 'What only its writer may read'

let portal: TestPortal
let cast: Cast

beforeAll(async () => {
  portal = await startTestPortal()
  cast = await gatherCast(portal)
})
afterAll(() => portal.stop())

async function stored() {
  const [count] = await portal.supabase.query<Record<string, number>>(
    `select
      (select count(*) from public.ticket_drafts)::int as drafts,
      (select count(*) from public.ticket_reply_drafts)::int as replies,
      (select count(*) from public.ticket_attachments)::int as files,
      (select count(*) from storage.objects)::int as objects`,
  )
  return count
}

/** The permit that stands in a form which somebody has open. */
async function permitOn(actor: Actor, page: string): Promise<string> {
  const html = await (await actor.get(page)).text()
  return /name="permit" value="([^"]+)"/.exec(html)?.[1] ?? ''
}

/** The same browser, after its session has ended: its cookies are no good any more. */
function signedOut(): Actor {
  const actor = new Actor(portal.url)
  actor.setCookie('portico-session', 'base64-eyJhIjoxfQ')
  return actor
}

const signedIn = (email: string) => new Actor(portal.url).signIn(email)

test('a form whose session has ended is kept, files included, for its writer alone', async () => {
  const id = randomUUID()
  const page = `/tickets/new?draft=${id}`
  const permit = await permitOn(cast.customer, page)
  const fields = { permit, ...TYPED, description: SECRET, files: picture('kept.png') }
  const answer = await signedOut().post(page, { ...fields, intent: 'continue' })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('Location')).toBe(`/login?next=${encodeURIComponent(page)}`)

  const writer = await (await (await signedIn(CUSTOMER.email)).get(page)).text()
  expect(writer).toContain(SECRET)
  expect(writer).toContain('kept.png')
  for (const email of [SECOND_CUSTOMER.email, cast.agent.email!]) {
    const other = await (await (await signedIn(email)).get(page)).text()
    expect(other).not.toContain(SECRET)
    expect(other).not.toContain('kept.png')
  }
  const anonymous = await new Actor(portal.url).get(page)
  expect(anonymous.status).toBe(302)
})

test('a reply whose session has ended is kept, files included, for its writer alone', async () => {
  const { number } = await openTicket(cast.customer)
  const id = randomUUID()
  const page = `/tickets/${number}?reply=${id}`
  const permit = await permitOn(cast.customer, page)
  const fields = { permit, reply: SECRET, files: picture('kept.png'), intent: 'reply' }
  const answer = await signedOut().post(page, fields)
  expect(answer.headers.get('Location')).toBe(`/login?next=${encodeURIComponent(page)}`)

  const writer = await signedIn(CUSTOMER.email)
  for (const address of [page, `/tickets/${number}`]) {
    const html = await (await writer.get(address)).text()
    expect(html).toContain(SECRET)
    expect(html).toContain('kept.png')
  }
  const desk = await (await cast.agent.get(`/admin/tickets/${number}?message=${id}`)).text()
  expect(desk).not.toContain(SECRET)
  const sent = await reply(writer, `/tickets/${number}`, { reply: SECRET }, id)
  expect(sent.status).toBe(303)
  const after = await (await writer.get(`/tickets/${number}`)).text()
  expect(after).toContain('kept.png')
  expect(after).not.toMatch(new RegExp(`<textarea[^>]*>${SECRET}`))
})

test.each([
  ['without a permit', async () => ''],
  ['with a made-up permit', async () => 'abc.def.ghi'],
  ['with the permit of another form', () => permitOn(cast.customer, '/tickets/new')],
])('without a session and %s nothing is kept', async (_how, permitOf) => {
  const before = await stored()
  const page = `/tickets/new?draft=${randomUUID()}`
  const permit = await permitOf()
  const fields = { permit, ...TYPED, files: picture() }
  for (const actor of [signedOut(), new Actor(portal.url)]) {
    expect((await actor.post(page, fields)).status).toBe(303)
  }
  expect(await stored()).toEqual(before)
})

test('a permit is no key: with another session it keeps nothing for its person', async () => {
  const id = randomUUID()
  const page = `/tickets/new?draft=${id}`
  const permit = await permitOn(cast.customer, page)
  await cast.customer.post(page, { ...TYPED, intent: 'draft' })
  const answer = await cast.secondCustomer.post(page, { ...TYPED, subject: 'Mine', permit })
  expect(answer.status).toBe(404)
  const [draft] = await portal.supabase.query<{ subject: string }>(
    'select subject from public.ticket_drafts where id = $1',
    [id],
  )
  expect(draft?.subject).toBe(TYPED.subject)
})

test('a permit keeps nothing over a ticket that was sent', async () => {
  const id = randomUUID()
  const page = `/tickets/new?draft=${id}`
  const permit = await permitOn(cast.customer, page)
  await cast.customer.post(page, { ...TYPED, intent: 'continue' })
  await cast.customer.post(`/tickets/new/answers?draft=${id}`, { intent: 'send' })
  const before = await stored()
  await signedOut().post(page, { permit, ...TYPED, subject: 'Later', files: picture() })
  expect(await stored()).toEqual(before)
})

test('what is saved while typing is saved by the same action, and sends nothing', async () => {
  const { id, number } = await openTicket(cast.customer)
  const messageId = randomUUID()
  const begun = { intent: 'autosave', reply: SECRET }
  const saved = await cast.customer.post(`/tickets/${number}.data?reply=${messageId}`, begun)
  expect(saved.status).toBe(200)
  const messages = await portal.supabase.query(
    'select 1 from public.ticket_messages where ticket_id = $1',
    [id],
  )
  expect(messages).toHaveLength(1)
  expect(await (await cast.customer.get(`/tickets/${number}`)).text()).toContain(SECRET)
  const foreign = await cast.secondCustomer.post(
    `/tickets/${number}.data?reply=${messageId}`,
    begun,
  )
  expect(foreign.status).toBe(404)
})

test('a draft is thrown away by its owner alone, after a question', async () => {
  const id = randomUUID()
  const fields = { ...TYPED, subject: SECRET, files: picture(), intent: 'draft' }
  await cast.customer.post(`/tickets/new?draft=${id}`, fields)
  const ask = `/tickets/drafts?discard=${id}`
  expect(await (await cast.secondCustomer.get(ask)).text()).not.toContain(SECRET)
  await cast.secondCustomer.post(ask)
  expect(await (await cast.customer.get(ask)).text()).toContain('Throw this draft away?')
  const before = await stored()
  await cast.customer.post(ask)
  const after = await stored()
  expect(after).toMatchObject({ drafts: before!.drafts! - 1, files: before!.files! - 1 })
  expect(after!.objects).toBe(before!.objects! - 1)
})
