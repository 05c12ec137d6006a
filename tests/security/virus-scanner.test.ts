import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Actor, gatherCast, type Cast } from '../support/actors'
import { EICAR, startClamd, type Clamd } from '../support/clamd'
import { startTestPortal, type TestPortal } from '../support/portal'
import { openTicket, picture, reply, TYPED, writeTicket } from '../support/ticket-forms'

let clamd: Clamd
let portal: TestPortal
let cast: Cast

beforeAll(async () => {
  clamd = await startClamd()
  portal = await startTestPortal({ VIRUS_SCANNER: clamd.address })
  cast = await gatherCast(portal)
})

beforeEach(() => clamd.become('well'))

afterAll(async () => {
  await portal.stop()
  await clamd.stop()
})

async function attach(...files: File[]) {
  const id = randomUUID()
  const answer = await writeTicket(cast.customer, id, { files })
  return { id, status: answer.status, page: answer.status === 422 ? await answer.text() : '' }
}

/** Names of the files of a draft, and of its objects in Storage. */
async function kept(draft: string): Promise<{ name: string; objects: number }[]> {
  return portal.supabase.query(
    `select name,
        (select count(*)::int from storage.objects o where o.name like a.ticket_id || '/%') as objects
      from public.ticket_attachments a where ticket_id = $1`,
    [draft],
  )
}

const harmful = () => new File([EICAR], 'eicar.txt')

test('what the scanner knows is refused by its name; the other file and the text are kept', async () => {
  const { id, status, page } = await attach(harmful(), picture())
  expect(status).toBe(422)
  expect(page).toContain('“eicar.txt” was refused by the virus scanner')
  expect(page).toContain(TYPED.description)
  expect(await kept(id)).toEqual([{ name: 'picture.png', objects: 1 }])
})

test('a reply with it is not sent, and what was typed stays', async () => {
  const { number } = await openTicket(cast.customer)
  const answer = await reply(cast.customer, `/tickets/${number}`, {
    reply: 'See',
    files: harmful(),
  })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('“eicar.txt” was refused by the virus scanner')
  expect(page).toMatch(/<textarea[^>]*>See<\/textarea>/)
})

test('a form whose session has ended is kept without it, and its writer is told', async () => {
  const id = randomUUID()
  const page = `/tickets/new?draft=${id}`
  const form = await (await cast.customer.get(page)).text()
  const permit = /name="permit" value="([^"]+)"/.exec(form)?.[1] ?? ''
  const fields = { permit, ...TYPED, files: [harmful(), picture()], intent: 'continue' }
  expect((await new Actor(portal.url).post(page, fields)).status).toBe(303)
  expect(await kept(id)).toEqual([{ name: 'picture.png', objects: 1 }])
  const later = await (await cast.customer.get(page)).text()
  expect(later).toContain(TYPED.description)
  expect(later).toContain('eicar.txt')
})

test('a clean file is looked at and sent', async () => {
  const before = clamd.looked()
  const { number } = await openTicket(cast.customer, { files: [picture()] })
  expect(number).toBeGreaterThan(0)
  expect(clamd.looked()).toBe(before + 1)
})

test.each(['silent', 'full', 'hangs up'] as const)(
  'nothing is taken unseen while the scanner is %s, and what was typed is kept',
  async (temper) => {
    clamd.become(temper)
    const started = performance.now()
    const { id, status, page } = await attach(picture(), new File(['second'], 'second.txt'))
    expect(performance.now() - started).toBeLessThan(10_000)
    expect(status).toBe(422)
    expect(page).toContain('“picture.png” could not be kept just now. Choose it again')
    expect(page).toContain('“second.txt” could not be kept just now. Choose it again')
    expect(page).toContain(TYPED.description)
    expect(await kept(id)).toEqual([])
  },
)
