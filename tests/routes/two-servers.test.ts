import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Actor, CUSTOMER, SECOND_CUSTOMER } from '../support/actors'
import { startBalancer, type Balancer } from '../support/balancer'
import { createPerson } from '../support/people'
import { startTestPortal, type TestPortal } from '../support/portal'
import {
  fileLinks,
  picture,
  sendTicket,
  ticketNumberIn,
  writeTicket,
} from '../support/ticket-forms'

/** Requests go to each in turn. */
const BOTH = ['one', 'the other']

let balancer: Balancer
let portal: TestPortal
let customer: Actor

beforeAll(async () => {
  balancer = await startBalancer()
  portal = await startTestPortal({ PUBLIC_URL: balancer.url })
  balancer.sendTo([portal.url, await portal.startAnother()])
  for (const person of [CUSTOMER, SECOND_CUSTOMER]) await createPerson(portal.supabase, person)
  customer = await new Actor(balancer.url).signIn(CUSTOMER.email)
})

afterAll(async () => {
  await portal.stop()
  await balancer.close()
})

test('who signs in at one server is signed in at the other, and out at both', async () => {
  const elsewhere = await new Actor(balancer.url).signIn(CUSTOMER.email)
  const copy = new Actor(balancer.url)
  for (const name of elsewhere.cookieNames()) copy.setCookie(name, elsewhere.cookie(name)!)
  for (const server of BOTH) expect((await copy.get('/tickets')).status, server).toBe(200)

  expect((await elsewhere.post('/logout')).status).toBe(303)

  for (const server of BOTH) {
    expect((await copy.get('/tickets')).headers.get('Location'), server).toMatch(/^\/login/)
  }
})

test('a ticket that is written at one server and sent at the other is whole', async () => {
  const id = randomUUID()
  expect((await writeTicket(customer, id, { files: picture() })).status).toBe(303)
  const number = ticketNumberIn(await sendTicket(customer, id))
  const page = await (await customer.get(`/tickets/${number}`)).text()
  expect((await customer.get(fileLinks(page)[0]!)).status).toBe(200)
})

test('the same form at both servers at once makes one ticket', async () => {
  const id = randomUUID()
  await writeTicket(customer, id)
  const sent = await Promise.all([sendTicket(customer, id), sendTicket(customer, id)])
  const [one, other] = sent.map(ticketNumberIn)
  expect(one).toBe(other)
})

test('both servers count wrong passwords together', async () => {
  const statuses: number[] = []
  for (let i = 0; i < 7; i += 1) {
    const fields = { email: SECOND_CUSTOMER.email, password: 'not this one' }
    statuses.push((await new Actor(balancer.url).post('/login', fields)).status)
  }
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429])
})
