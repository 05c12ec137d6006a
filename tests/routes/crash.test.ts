import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Actor, CUSTOMER } from '../support/actors'
import { createPerson, operator } from '../support/people'
import { startTestPortal, type TestPortal } from '../support/portal'
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

const ROUNDS = Number(process.env.KILL_ROUNDS ?? 3)
const FILE_BYTES = 300_000

let portal: TestPortal
let customer: Actor
/** What the portal has said it has: tickets by their id, replies, and forms parked without a session. */
const acknowledged = new Map<string, number>()
const replies = new Set<string>()
const parked = new Set<string>()
/** The number of the ticket that all replies go to. */
let first: number

beforeAll(async () => {
  portal = await startTestPortal()
  await createPerson(portal.supabase, CUSTOMER)
  // Twenty rounds are more than a person writes within an hour.
  await portal.supabase.query(
    'update public.message_limits set customer_messages_per_hour = 100000',
  )
  customer = await new Actor(portal.url).signIn(CUSTOMER.email)
  first = (await openTicket(customer, { files: picture() })).number
})

afterAll(() => portal.stop())

/** Does something again and again, until the server is gone. */
async function untilKilled(work: (id: string) => Promise<void>): Promise<void> {
  for (;;) {
    try {
      await work(randomUUID())
    } catch (error) {
      if (error instanceof TypeError) return // the connection broke
      throw error
    }
  }
}

const file = (id: string) => picture(`${id}.png`, FILE_BYTES)

/** Opens a ticket with a file. */
async function sendOne(id: string): Promise<void> {
  const written = await writeTicket(customer, id, { files: file(id) })
  if (written.status !== 303) throw new Error(`The form answered ${written.status}.`)
  acknowledged.set(id, ticketNumberIn(await sendTicket(customer, id)))
}

/** Replies with a file to the ticket that was there first. */
async function replyOnce(id: string): Promise<void> {
  const answer = await reply(customer, `/tickets/${first}`, { reply: id, files: file(id) }, id)
  if (answer.status !== 303) throw new Error(`The reply answered ${answer.status}.`)
  replies.add(id)
}

/** Sends a form with a file whose session has ended: it is parked for its writer. */
async function parkOne(id: string): Promise<void> {
  const page = `/tickets/new?draft=${id}`
  const form = await (await customer.get(page)).text()
  const permit = /name="permit" value="([^"]+)"/.exec(form)?.[1] ?? ''
  const fields = { permit, ...TYPED, subject: id, intent: 'continue', files: file(id) }
  const answer = await new Actor(portal.url).post(page, fields)
  if (!answer.headers.get('Location')?.startsWith('/login')) {
    throw new Error(`The form answered ${answer.status}.`)
  }
  parked.add(id)
}

async function expectWhole(id: string, number: number) {
  const page = await (await customer.get(`/tickets/${number}`)).text()
  expect(page).toContain(TYPED.description)
  expect(page).toContain(`${id}.png`)
  const sent = await customer.get(fileLinks(page)[0]!)
  expect((await sent.arrayBuffer()).byteLength).toBe(FILE_BYTES)
}

async function expectReplies() {
  const page = await (await customer.get(`/tickets/${first}`)).text()
  for (const id of replies) {
    expect(page).toContain(`message-${id}`)
    expect(page).toContain(`${id}.png`)
  }
}

async function expectParked() {
  for (const id of parked) {
    const form = await (await customer.get(`/tickets/new?draft=${id}`)).text()
    expect(form).toContain(`value="${id}"`)
    expect(form).toContain(TYPED.description)
    expect(form).toContain(`${id}.png`)
  }
}

/** Every file that belongs to a sent message, with the bytes that Storage has of it. */
async function brokenFiles(): Promise<string[]> {
  const files = await portal.supabase.query<{ object_name: string; size: number }>(
    'select object_name, size from public.ticket_attachments where message_id is not null',
  )
  const bucket = operator(portal.supabase).storage.from('ticket-attachments')
  const broken: string[] = []
  for (const { object_name, size } of files) {
    const { data } = await bucket.download(object_name)
    if (data?.size !== size) broken.push(object_name)
  }
  return broken
}

test.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))(
  'round %i: a web server killed while tickets, replies and parked forms come in has lost none',
  async (round) => {
    const kept = () => [acknowledged.size, replies.size, parked.size]
    const before = kept()
    const senders = [sendOne, sendOne, replyOnce, parkOne].map(untilKilled)
    while (kept().some((size, index) => size < before[index]! + 1)) await wait(20)
    await wait(Math.random() * 400)
    await portal.kill()
    await Promise.all(senders)
    await portal.restart()
    kept().forEach((size, index) => expect(size, `round ${round}`).toBeGreaterThan(before[index]!))
    for (const [id, number] of acknowledged) await expectWhole(id, number)
    await expectReplies()
    await expectParked()
  },
)

test('no ticket is half there after the kills', async () => {
  const halves = await portal.supabase.query(
    `select t.number from public.tickets t
      where not exists (select 1 from public.ticket_messages m where m.id = t.id)
        or not exists (select 1 from public.ticket_events e where e.ticket_id = t.id)
        or exists (select 1 from public.ticket_drafts d where d.id = t.id)
        or (select count(*) from public.ticket_attachments a where a.message_id = t.id) <> 1`,
  )
  expect(halves).toEqual([])
  const bare = await portal.supabase.query(
    `select m.id from public.ticket_messages m
      where m.id <> m.ticket_id
        and (select count(*) from public.ticket_attachments a where a.message_id = m.id) <> 1`,
  )
  expect(bare).toEqual([])
  expect(await brokenFiles()).toEqual([])
})

test('what was not acknowledged waits as a draft, and can be sent', async () => {
  const drafts = await portal.supabase.query<{ id: string }>('select id from public.ticket_drafts')
  for (const { id } of drafts) {
    const again = await writeTicket(customer, id, { files: picture(`${id}.png`, FILE_BYTES) })
    expect(again.status).toBe(303)
    await expectWhole(id, ticketNumberIn(await sendTicket(customer, id)))
  }
  expect(await brokenFiles()).toEqual([])
})

test('a server that is asked to stop ends what is under way and takes nothing new', async () => {
  const id = randomUUID()
  const boundary = 'portico-test'
  const part = (name: string) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"`
  const fields = Object.entries({ ...TYPED, intent: 'continue' })
  const head = fields.map(([name, value]) => `${part(name)}\r\n\r\n${value}\r\n`).join('')
  const fileHead = `${part('files')}; filename="slow.txt"\r\n\r\n`
  let goOn = () => {}
  const stopped = new Promise<void>((resolve) => (goOn = resolve))
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (text: string) => controller.enqueue(new TextEncoder().encode(text))
      send(`${head}${fileHead}the first half `)
      await stopped
      send(`and the second\r\n--${boundary}--\r\n`)
      controller.close()
    },
  })
  const answer = customer.request(`/tickets/new?draft=${id}`, {
    method: 'POST',
    body,
    duplex: 'half',
    headers: {
      Origin: portal.url,
      'Content-Type': `multipart/form-data; boundary=${boundary}`,
    },
  })
  await wait(500)
  const ended = portal.kill('SIGTERM')
  await wait(200)
  await expect(fetch(`${portal.url}/health`)).rejects.toThrow('fetch failed')
  goOn()
  expect((await answer).status).toBe(303)
  await ended
  await portal.restart()
  const number = ticketNumberIn(await sendTicket(customer, id))
  const page = await (await customer.get(`/tickets/${number}`)).text()
  const sent = await customer.get(fileLinks(page)[0]!)
  expect(await sent.text()).toBe('the first half and the second')
})
