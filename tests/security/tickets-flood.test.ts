import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gatherCast, type Cast } from '../support/actors'
import { startTestPortal, type TestPortal } from '../support/portal'
import { openTicket, picture, reply, sendTicket, TYPED, writeTicket } from '../support/ticket-forms'

let portal: TestPortal
let cast: Cast

beforeAll(async () => {
  portal = await startTestPortal()
  cast = await gatherCast(portal)
  await portal.supabase.query('update public.message_limits set customer_messages_per_hour = 1')
})
afterAll(() => portal.stop())

async function expectPatience(answer: Response) {
  const page = await answer.text()
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(3_000)
  expect(page).toMatch(/What you wrote is kept as a draft: send it in \d+ minutes\./)
}

test('whoever sends too much is told when to go on, and nothing of it is lost', async () => {
  const { number } = await openTicket(cast.customer)

  const id = randomUUID()
  expect((await writeTicket(cast.customer, id, { files: picture() })).status).toBe(303)
  await expectPatience(await sendTicket(cast.customer, id))
  const draft = await (await cast.customer.get(`/tickets/new?draft=${id}`)).text()
  expect(draft).toContain(TYPED.description)
  expect(draft).toContain('picture.png')

  const text = 'One more thing that I have to say'
  await expectPatience(await reply(cast.customer, `/tickets/${number}`, { reply: text }))
  expect(await (await cast.customer.get(`/tickets/${number}`)).text()).toContain(text)

  await portal.supabase.query('update public.message_limits set customer_messages_per_hour = 3')
  expect((await sendTicket(cast.customer, id)).status).toBe(303)
  const later = await reply(cast.customer, `/tickets/${number}`, { reply: text })
  expect(later.status).toBe(303)
})
