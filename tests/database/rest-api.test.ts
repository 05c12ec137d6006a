import { randomUUID } from 'node:crypto'
import type { SupabaseClient } from '@supabase/supabase-js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LocalSupabase } from '../../supabase/local/start'
import { startTestSupabase } from '../support/local-supabase'
import { serviceClient, visitorClient } from '../support/supabase-clients'
import { newTicket } from './ticket-builder'

let supabase: LocalSupabase
let visitor: SupabaseClient
let maya: SupabaseClient
let tomas: SupabaseClient
let ines: SupabaseClient
beforeAll(async () => {
  supabase = await startTestSupabase()
  visitor = visitorClient(supabase)
  maya = await signedIn('maya@example.com', 'customer')
  tomas = await signedIn('tomas@example.com', 'customer')
  ines = await signedIn('ines@example.com', 'agent')
})
afterAll(() => supabase?.close())

async function signedIn(email: string, role: string) {
  const password = 'quiet-harbour-lantern-42'
  const service = serviceClient(supabase)
  await service.auth.admin.createUser({ email, password, email_confirm: true })
  await service.rpc('set_role', { email, role })
  const client = visitorClient(supabase)
  const { error } = await client.auth.signInWithPassword({ email, password })
  if (error) throw error
  return client
}

async function openTicket(client: SupabaseClient) {
  const form = newTicket()
  const { data, error } = await client.rpc('open_ticket', form)
  if (error) throw error
  return { id: form.id, number: data as number }
}

test('a ticket is opened, answered and read over REST', async () => {
  const { number } = await openTicket(maya)
  const reply = { ticket_number: number, id: randomUUID(), body: 'Please try again.' }
  expect((await ines.rpc('reply_to_ticket', reply)).data).toBe(number)
  const page = await maya.rpc('ticket_page', { ticket_number: number })
  expect(page.data).toMatchObject({
    ticket: { status: 'pending' },
    messages: [{ kind: 'public' }, { id: reply.id, body: reply.body }],
  })
  const list = await maya.rpc('my_tickets', { search: 'try again' })
  expect(list.data).toMatchObject({ total: 1, tickets: [{ number }] })
})

test("somebody else's ticket answers in every way like one that does not exist", async () => {
  const { number } = await openTicket(maya)
  const page = (ticket_number: number) => tomas.rpc('ticket_page', { ticket_number })
  expect(await page(number)).toEqual(await page(999_999))
  for (const verb of ['close_ticket', 'reopen_ticket', 'take_ticket']) {
    const foreign = await tomas.rpc(verb, { ticket_number: number })
    expect(foreign).toEqual(await tomas.rpc(verb, { ticket_number: 999_999 }))
    expect(foreign.error).not.toBeNull()
  }
})

test('refusals have the status of their kind', async () => {
  const { number } = await openTicket(maya)
  const status = async (client: SupabaseClient, name: string, args: object) =>
    (await client.rpc(name, args)).status
  const note = { ticket_number: number, id: randomUUID(), body: 'Hm' }

  expect(await status(maya, 'close_ticket', { ticket_number: 999_999 })).toBe(404)
  expect(await status(maya, 'add_internal_note', note)).toBe(403)
  await maya.rpc('close_ticket', { ticket_number: number })
  await serviceClient(supabase).from('tickets').update({ status: 'closed' }).eq('number', number)
  expect(await status(maya, 'reopen_ticket', { ticket_number: number })).toBe(409)
  expect(await status(maya, 'open_ticket', newTicket({ category: 'none' }))).toBe(400)
  expect(await status(maya, 'open_ticket', newTicket({ description: 'a\0b' }))).toBe(400)
  const promotion = { email: 'maya@example.com', role: 'admin' }
  expect(await status(maya, 'set_role', promotion)).toBe(403)
  expect(await status(visitor, 'open_ticket', newTicket())).toBe(401)
})

test('visitors get no row of any table', async () => {
  const tables = await supabase.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public'`,
  )
  for (const { name } of tables) {
    expect((await visitor.from(name).select('*')).status, name).toBe(401)
  }
})

test('the functions in private cannot be called', async () => {
  const { error } = await maya.schema('private').rpc('person_card', { person_id: randomUUID() })
  expect(error).not.toBeNull()
})

test('an announced file is uploaded by its owner, and read by whoever reads its message', async () => {
  const { id: ticket_id, number } = await openTicket(maya)
  const file = { id: randomUUID(), ticket_id, message_key: randomUUID(), name: 'error.png' }
  const contentType = 'image/png'
  await maya.rpc('attach_file', { ...file, content_type: contentType, size: 9 })
  const path = `${ticket_id}/${file.id}`
  const files = (client: SupabaseClient) => client.storage.from('ticket-attachments')
  const upload = (client: SupabaseClient) =>
    files(client).upload(path, Buffer.from('a picture'), { contentType })

  expect((await upload(tomas)).error).not.toBeNull()
  expect((await upload(visitor)).error).not.toBeNull()
  expect((await upload(maya)).error).toBeNull()
  expect((await files(ines).download(path)).data).toBeNull()

  await maya.rpc('reply_to_ticket', { ticket_number: number, id: file.message_key, body: 'Here' })
  expect(await (await files(ines).download(path)).data?.text()).toBe('a picture')
  expect((await files(tomas).download(path)).data).toBeNull()
  await files(maya).remove([path])
  expect((await files(maya).download(path)).data).not.toBeNull()
})
