import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Actor, CUSTOMER } from '../support/actors'
import { createPerson, operator } from '../support/people'
import { startTestPortal, type TestPortal } from '../support/portal'
import {
  fileLinks,
  picture,
  sendTicket,
  ticketNumberIn,
  TYPED,
  writeTicket,
} from '../support/ticket-forms'

const ROUNDS = Number(process.env.KILL_ROUNDS ?? 3)
const AT_ONCE = 4
const FILE_BYTES = 300_000

let portal: TestPortal
let customer: Actor
/** The tickets that the portal has said it has, by their id. */
const acknowledged = new Map<string, number>()

beforeAll(async () => {
  portal = await startTestPortal()
  await createPerson(portal.supabase, CUSTOMER)
  customer = await new Actor(portal.url).signIn(CUSTOMER.email)
})

afterAll(() => portal.stop())

/** Sends tickets with a file, one after the other, until the server is gone. */
async function sendUntilKilled(): Promise<void> {
  for (;;) {
    const id = randomUUID()
    try {
      const written = await writeTicket(customer, id, { files: picture(`${id}.png`, FILE_BYTES) })
      if (written.status !== 303) throw new Error(`The form answered ${written.status}.`)
      acknowledged.set(id, ticketNumberIn(await sendTicket(customer, id)))
    } catch (error) {
      if (error instanceof TypeError) return // the connection broke
      throw error
    }
  }
}

async function expectWhole(id: string, number: number) {
  const page = await (await customer.get(`/tickets/${number}`)).text()
  expect(page).toContain(TYPED.description)
  expect(page).toContain(`${id}.png`)
  const file = await customer.get(fileLinks(page)[0]!)
  expect((await file.arrayBuffer()).byteLength).toBe(FILE_BYTES)
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
  'round %i: a web server killed while tickets come in has lost none that it acknowledged',
  async (round) => {
    const before = acknowledged.size
    const senders = Array.from({ length: AT_ONCE }, sendUntilKilled)
    while (acknowledged.size < before + 2) await wait(20)
    await wait(Math.random() * 400)
    await portal.kill()
    await Promise.all(senders)
    await portal.restart()
    expect(acknowledged.size, `round ${round}`).toBeGreaterThan(before)
    for (const [id, number] of acknowledged) await expectWhole(id, number)
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
  const file = `${part('files')}; filename="slow.txt"\r\n\r\n`
  let goOn = () => {}
  const stopped = new Promise<void>((resolve) => (goOn = resolve))
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (text: string) => controller.enqueue(new TextEncoder().encode(text))
      send(`${head}${file}the first half `)
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
