import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestSupabase } from '../../tests/support/local-supabase'
import { mailsTo, visitorClient } from '../../tests/support/supabase-clients'
import type { LocalSupabase } from '../local/start'
import { password, shelfMigrations, tokenMailedTo } from './shelf'

let supabase: LocalSupabase

beforeAll(async () => {
  supabase = await startTestSupabase({
    migrations: shelfMigrations,
    portalUrl: 'http://127.0.0.1:54390',
  })
})

afterAll(() => supabase.close())

function deliver(body: unknown, apikey = supabase.secretKey) {
  const headers = { apikey, 'content-type': 'application/json' }
  return fetch(supabase.mailboxUrl, { method: 'POST', headers, body: JSON.stringify(body) })
}

const sms = { kind: 'sms', to: '+4612345678', text: 'Your code is 123456' }

test('a message is delivered with the secret key and listed under its address', async () => {
  expect((await deliver(sms)).status).toBe(201)
  expect(await mailsTo(supabase, '+4612345678')).toMatchObject([{ kind: 'sms', text: sms.text }])
  expect(await mailsTo(supabase, '+4600000000')).toEqual([])
})

test('nobody delivers a message without the secret key', async () => {
  expect((await deliver({ ...sms, to: '+1' }, supabase.publishableKey)).status).toBe(401)
  expect((await deliver({ ...sms, to: '+1' }, '')).status).toBe(401)
  expect(await mailsTo(supabase, '+1')).toEqual([])
})

test('the newest message comes first, and its page links what it names', async () => {
  const mail = { kind: 'mail', to: 'reader@example.com', subject: 'One', html: '<p>Hi</p>' }
  await deliver({ ...mail, text: 'See http://127.0.0.1:3000/tickets/1?a=1&b=2 <script>' })
  await deliver({ ...mail, subject: 'Two', text: 'Hi' })
  const page = await (await fetch(supabase.mailboxUrl)).text()
  expect(page.indexOf('Two')).toBeLessThan(page.indexOf('One'))

  const [, one] = await mailsTo(supabase, 'reader@example.com')
  const response = await fetch(`${supabase.mailboxUrl}/${one?.id}`)
  const message = await response.text()
  expect(message).toContain('<a href="http://127.0.0.1:3000/tickets/1?a=1&amp;b=2">')
  expect(message).not.toContain('<script')
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
})

test('mails have a text part and an HTML part and no remote image', async () => {
  const client = visitorClient(supabase)
  await client.auth.signUp({ email: 'parts@example.com', password })
  const [mail] = await mailsTo(supabase, 'parts@example.com')
  expect(mail?.subject).toBe('Confirm your email address')
  expect(mail?.text).toMatch(/^Hello,\n\n/)
  expect(mail?.text).not.toMatch(/[<>]|\{\{/)
  expect(mail?.html).toContain('<a href="http://127.0.0.1:54390/auth/confirm?token_hash=')
  expect(mail?.html).not.toMatch(/<img|style=|\{\{/)
})

test('an unconfirmed person gets another mail a minute later, and no sooner', async () => {
  const email = 'lost@example.com'
  const { auth } = visitorClient(supabase)
  await auth.signUp({ email, password })
  expect((await auth.resend({ type: 'signup', email })).error?.status).toBe(429)
  expect((await auth.signUp({ email, password })).error?.status).toBe(429)

  const minuteAgo = `update auth.users set confirmation_sent_at = now() - interval '61 seconds' where email = $1`
  await supabase.query(minuteAgo, [email])
  expect((await auth.resend({ type: 'signup', email })).error).toBeNull()
  await supabase.query(minuteAgo, [email])
  expect((await auth.signUp({ email, password })).error).toBeNull()

  expect(await mailsTo(supabase, email)).toHaveLength(3)
  const token = await tokenMailedTo(supabase, email)
  expect((await auth.verifyOtp(token)).error).toBeNull()
})

test('asking for another confirmation mail tells nothing about unknown addresses', async () => {
  const { auth } = visitorClient(supabase)
  const { error } = await auth.resend({ type: 'signup', email: 'nobody@example.com' })
  expect(error).toBeNull()
  expect(await mailsTo(supabase, 'nobody@example.com')).toEqual([])
})
