import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestSupabase } from '../../tests/support/local-supabase'
import { startMailService, type MailService } from '../../tests/support/mail-service'
import { mailsTo, serviceClient } from '../../tests/support/supabase-clients'
import { handler } from '../functions/deliver-notifications/handler'
import type { LocalSupabase } from '../local/start'

let supabase: LocalSupabase

beforeAll(async () => {
  supabase = await startTestSupabase({ portalUrl: 'https://portal.example', timer: false })
})
afterAll(() => supabase.close())
beforeEach(() => supabase.query('delete from public.notifications'))

async function enqueue(to_address: string, changes: object = {}) {
  const { data, error } = await serviceClient(supabase).rpc('enqueue_notification', {
    kind: 'password_changed',
    about: { at: '2026-03-03T13:05:00Z', device: { browser: 'Firefox', system: 'Linux' } },
    to_address,
    ...changes,
  })
  if (error) throw error
  return data as number
}

function environment(changes: Record<string, string> = {}): Record<string, string> {
  return {
    SUPABASE_URL: supabase.url,
    SUPABASE_SECRET_KEY: supabase.secretKey,
    PUBLIC_URL: 'https://portal.example',
    ...changes,
  }
}

async function deliver(settings = environment({ MAILBOX_URL: supabase.mailboxUrl })) {
  const headers = { authorization: `Bearer ${supabase.secretKey}` }
  const response = await handler(new Request('http://x/', { method: 'POST', headers }), settings)
  return (await response.json()) as { sent: number; failed: number }
}

const outbox = () =>
  supabase.query<{ state: string; attempts: number; last_error: string | null }>(
    'select state, attempts, last_error from public.notifications order by created_at, id',
  )
const later = () => supabase.query('update public.notifications set next_attempt_at = now()')

let mailService: MailService
beforeAll(async () => {
  mailService = await startMailService()
})
afterAll(() => mailService.close())
afterEach(() => mailService.reset())

const overService = () =>
  environment({
    MAIL_API_URL: mailService.url,
    MAIL_API_KEY: 'mail-key',
    MAIL_FROM: 'Support <support@portal.example>',
  })

test('a mail says what happened, when and where, and how to say that it was not you', async () => {
  await enqueue('maya@example.com')
  expect(await deliver()).toEqual({ sent: 1, failed: 0 })
  const [mail] = await mailsTo(supabase, 'maya@example.com')
  expect(mail?.subject).toBe('Your password was changed')
  expect(mail?.text).toContain(
    'Your password was changed on 3 March 2026 at 13:05 (UTC) from Firefox on Linux.',
  )
  expect(mail?.text).toContain(
    `This was not me:\nhttps://portal.example/account/not-me?notice=${mail?.id}`,
  )
  expect(mail?.html).toContain(
    `<a href="https://portal.example/account/not-me?notice=${mail?.id}">`,
  )
  expect(mail?.html).not.toMatch(/<img|<script|style="/)
})

test('an SMS is short and leads to the same page', async () => {
  await enqueue('+46701230001', { channel: 'sms' })
  await deliver()
  const [sms] = await mailsTo(supabase, '+46701230001')
  expect(sms).toMatchObject({ kind: 'sms', subject: '', html: '' })
  expect(sms?.text).toMatch(/^Support portal: Your password was changed .* Not you\? https:/)
})

test('there are words for every kind of notification', async () => {
  const kinds = await supabase.query<{ kind: string }>('select kind from notification_kinds')
  for (const { kind } of kinds) await enqueue('everything@example.com', { kind, about: {} })
  while ((await deliver()).sent > 0);
  expect(await mailsTo(supabase, 'everything@example.com')).toHaveLength(kinds.length)
  expect((await outbox()).every(({ state }) => state === 'sent')).toBe(true)
})

test('what somebody typed or forged does not get into a mail', async () => {
  const evil = 'Win at http://evil.example'
  const about = {
    at: evil,
    device: { browser: evil, system: 'evil.example' },
    country: evil,
    rule: evil,
    name: evil,
  }
  for (const kind of ['new_device', 'threat', 'welcome', 'name_changed']) {
    await enqueue('victim@example.com', { kind, about })
  }
  await deliver()
  const mails = await mailsTo(supabase, 'victim@example.com')
  expect(mails).toHaveLength(4)
  expect(JSON.stringify(mails)).not.toMatch(/evil|Win at/)
})

test('a mail that the service did not take is sent again later, under the same key', async () => {
  mailService.answerWith(500, 429)
  await enqueue('tomas@example.com')
  expect(await deliver(overService())).toEqual({ sent: 0, failed: 1 })
  expect(await deliver(overService())).toEqual({ sent: 0, failed: 0 })
  await later()
  await deliver(overService())
  await later()
  expect(await deliver(overService())).toEqual({ sent: 1, failed: 0 })
  await later()
  await deliver(overService())

  expect(mailService.calls).toHaveLength(3)
  expect(new Set(mailService.calls.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
  expect(mailService.calls[2]).toMatchObject({
    headers: { authorization: 'Bearer mail-key' },
    body: { from: 'Support <support@portal.example>', to: ['tomas@example.com'] },
  })
  expect(await outbox()).toEqual([{ state: 'sent', attempts: 3, last_error: null }])
})

test('a service that is down leaves the mail in the outbox with what went wrong', async () => {
  await enqueue('tomas@example.com')
  await deliver({ ...overService(), MAIL_API_URL: 'http://127.0.0.1:1/emails' })
  expect(await outbox()).toMatchObject([
    { state: 'queued', attempts: 1, last_error: 'fetch failed' },
  ])
})

test('a mail that the service refuses for good is given up, and the next one is sent', async () => {
  mailService.answerWith(422)
  await enqueue('nobody@example.com')
  await enqueue('tomas@example.com')
  expect(await deliver(overService())).toEqual({ sent: 1, failed: 1 })
  expect((await outbox()).map(({ state }) => state).sort()).toEqual(['failed', 'sent'])
})

test('a mail without any transport stays in the outbox and says what to set', async () => {
  await enqueue('tomas@example.com')
  await deliver(environment())
  expect(await outbox()).toMatchObject([
    { state: 'queued', last_error: 'Nothing sends this message: set MAIL_API_URL or SMTP_HOST.' },
  ])
})

test('a mail without a sender stays in the outbox and says what to set', async () => {
  mailService.answerWith(422)
  await enqueue('tomas@example.com')
  await deliver(environment({ MAIL_API_URL: mailService.url, MAIL_API_KEY: 'mail-key' }))
  expect(await outbox()).toMatchObject([
    { state: 'queued', last_error: 'Nothing sends this message: set MAIL_FROM.' },
  ])
})

test('two deliveries at once send each message once', async () => {
  for (let n = 0; n < 12; n += 1) await enqueue(`crowd${n}@example.com`)
  await Promise.all([deliver(overService()), deliver(overService()), deliver(overService())])
  const recipients = mailService.calls.map(({ body }) => String(body.to))
  expect(recipients).toHaveLength(12)
  expect(new Set(recipients).size).toBe(12)
})

test('a message whose sender died after sending it does not arrive twice', async () => {
  await enqueue('once@example.com')
  await deliver()
  await supabase.query(`update public.notifications set state = 'sending', sent_at = null`)
  await later()
  await deliver()
  expect(await mailsTo(supabase, 'once@example.com')).toHaveLength(1)
  expect(await outbox()).toMatchObject([{ state: 'sent', attempts: 2 }])
})

test('only the secret key runs a function, and unknown functions are not found', async () => {
  const post = (name: string, headers: Record<string, string>) =>
    fetch(`${supabase.url}/functions/v1/${name}`, { method: 'POST', headers })
  const wrong: Record<string, string>[] = [
    {},
    { authorization: 'Bearer guess' },
    { apikey: supabase.publishableKey },
  ]
  for (const headers of wrong) {
    expect((await post('deliver-notifications', headers)).status).toBe(401)
    expect((await post('sweep-old-data', headers)).status).toBe(401)
  }
  const key = { apikey: supabase.secretKey }
  expect((await post('deliver-notifications', key)).status).toBe(200)
  expect((await post('constructor', key)).status).toBe(404)
  const swept = await serviceClient(supabase).functions.invoke('sweep-old-data')
  expect(swept.data).toMatchObject({ sweep_addresses: 0, sweep_notifications: 0 })
})

test('the embedded server delivers by itself within seconds', async () => {
  const running = await startTestSupabase()
  try {
    const service = serviceClient(running)
    await service.rpc('enqueue_notification', { kind: 'welcome', to_address: 'new@example.com' })
    for (let tries = 0; tries < 50; tries += 1) {
      if ((await mailsTo(running, 'new@example.com')).length > 0) break
      await wait(200)
    }
    expect(await mailsTo(running, 'new@example.com')).toMatchObject([
      { subject: 'Welcome to the support portal' },
    ])
  } finally {
    await running.close()
  }
})
