import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gatherCast, type Cast } from '../support/actors'
import { startTestPortal, type TestPortal } from '../support/portal'
import { serviceClient } from '../support/supabase-clients'
import { openTicket, picture, reply, writeTicket } from '../support/ticket-forms'

let portal: TestPortal
let cast: Cast
beforeAll(async () => {
  portal = await startTestPortal()
  cast = await gatherCast(portal)
})
afterAll(() => portal.stop())

const query = (text: string, parameters: unknown[] = []) =>
  portal.supabase.query<Record<string, unknown>>(text, parameters)
const sweep = async () =>
  (await serviceClient(portal.supabase).functions.invoke('sweep-old-data')).data as unknown

async function filesOf(key: string) {
  const rows = await query('select 1 from public.ticket_attachments where message_key = $1', [key])
  const objects = await query(
    `select 1 from storage.objects o where o.name in
      (select object_name from public.ticket_attachments where message_key = $1)`,
    [key],
  )
  return { rows: rows.length, objects: objects.length }
}

test('files that nobody sent within a day go, from storage too; those of drafts stay', async () => {
  const { number } = await openTicket(cast.customer)
  const forgotten = randomUUID()
  const begun = randomUUID()
  const draft = randomUUID()
  const page = `/tickets/${number}`
  await reply(cast.customer, page, { reply: '', files: picture() }, forgotten)
  await reply(cast.customer, page, { reply: '', files: picture() }, begun)
  await cast.customer.post(`${page}?reply=${begun}`, { intent: 'close', reply: 'Half written' })
  await writeTicket(cast.customer, draft, { files: picture() })
  expect(await sweep()).toMatchObject({ stale_files: 0 })

  const before = await query('select 1 from storage.objects')
  await query(`update public.ticket_attachments set created_at = now() - interval '25 hours'`)
  expect(await sweep()).toMatchObject({ stale_files: 1 })
  expect(await filesOf(forgotten)).toEqual({ rows: 0, objects: 0 })
  expect(await filesOf(begun)).toEqual({ rows: 1, objects: 1 })
  expect(await filesOf(draft)).toEqual({ rows: 1, objects: 1 })
  expect(await query('select 1 from storage.objects')).toHaveLength(before.length - 1)
})

test('what was solved more than a week ago is closed', async () => {
  const { id, number } = await openTicket(cast.customer)
  await cast.customer.post(`/tickets/${number}`, { intent: 'close' })
  const status = async () =>
    (await query('select status from public.tickets where id = $1', [id]))[0]?.status
  await sweep()
  expect(await status()).toBe('solved')
  await query(`update public.tickets set solved_at = now() - interval '8 days' where id = $1`, [id])
  await sweep()
  expect(await status()).toBe('closed')
  expect(await (await cast.customer.get(`/tickets/${number}`)).text()).toContain(
    'Closed by the person',
  )
})
