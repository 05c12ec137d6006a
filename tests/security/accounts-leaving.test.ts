import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CUSTOMER, gatherCast, SECOND_CUSTOMER, type Cast } from '../support/actors'
import { PASSWORD } from '../support/people'
import { startTestPortal, type TestPortal } from '../support/portal'
import { openTicket, picture } from '../support/ticket-forms'
import { makeScratchFolder } from '../support/scratch-folder'

let portal: TestPortal
let cast: Cast
let folder: string

beforeAll(async () => {
  portal = await startTestPortal()
  cast = await gatherCast(portal)
  folder = makeScratchFolder('export')
  await openTicket(cast.customer, { subject: '=1+1 my own', files: picture('mine.png') })
  await openTicket(cast.secondCustomer, {
    subject: 'of somebody else',
    files: picture('theirs.png'),
  })
})

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await portal.stop()
})

function unzip(...args: string[]): string {
  return execFileSync('python3', ['-m', 'zipfile', ...args], { encoding: 'utf8' })
}

test('an export is a ZIP with everything of the person and nothing of others', async () => {
  expect((await cast.customer.get('/account/export.zip')).headers.get('Location')).toBe(
    '/account/export',
  )
  await cast.customer.post('/account/export', { current: PASSWORD })
  const answer = await cast.customer.get('/account/export.zip')
  expect(answer.headers.get('Cache-Control')).toBe('private, no-store')
  const zip = join(folder, 'export.zip')
  writeFileSync(zip, Buffer.from(await answer.arrayBuffer()))
  unzip('-e', zip, folder)
  expect(unzip('-l', zip)).toMatch(/files\/[0-9a-f-]{36}-mine\.png/)
  const { readFileSync } = await import('node:fs')
  const document = readFileSync(join(folder, 'account.json'), 'utf8')
  expect(document).toContain(CUSTOMER.email)
  expect(document).toContain('=1+1 my own')
  expect(document).not.toContain(SECOND_CUSTOMER.email)
  expect(document).not.toContain('of somebody else')
  expect(document).not.toMatch(/\$2[aby]\$|encrypted_password/)
  expect(readFileSync(join(folder, 'tickets.csv'), 'utf8')).toContain("'=1+1 my own")
})

test('who has left is gone from everything but the tickets, which have no name any more', async () => {
  const answer = await cast.secondCustomer.post('/account/delete', {
    intent: 'delete',
    current: PASSWORD,
  })
  expect(answer.headers.get('Location')).toBe('/login')
  expect((await cast.secondCustomer.get('/account')).status).toBe(302)
  const dump = JSON.stringify([
    await portal.supabase.query('select * from public.profiles'),
    await portal.supabase.query('select * from public.security_events'),
    await portal.supabase.query('select * from public.devices'),
    await portal.supabase.query('select email, raw_user_meta_data from auth.users'),
    await portal.supabase.query('select * from public.ticket_attachments'),
  ])
  for (const word of [SECOND_CUSTOMER.email, SECOND_CUSTOMER.name, 'theirs.png']) {
    expect(dump).not.toContain(word)
  }
  const tickets = await portal.supabase.query<{ name: string }>(
    `select p.name from public.tickets t join public.profiles p on p.id = t.requester_id
     where t.subject = 'of somebody else'`,
  )
  expect(tickets).toEqual([{ name: 'Deleted account' }])
})
