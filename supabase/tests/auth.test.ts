import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestSupabase } from '../../tests/support/local-supabase'
import { linkInMailTo, mailsTo, visitorClient } from '../../tests/support/supabase-clients'
import type { LocalSupabase } from '../local/start'
import { password, shelfMigrations, signedInPerson, tokenMailedTo, type MailedToken } from './shelf'

let supabase: LocalSupabase

beforeAll(async () => {
  supabase = await startTestSupabase({
    migrations: shelfMigrations,
    portalUrl: 'http://127.0.0.1:54390',
  })
})

afterAll(() => supabase.close())

test('a new person is signed in once the mailed link was confirmed', async () => {
  const client = visitorClient(supabase)
  const signUp = await client.auth.signUp({
    email: 'new@example.com',
    password,
    options: { data: { name: 'New Person' } },
  })
  expect(signUp.error).toBeNull()
  expect(signUp.data.session).toBeNull()

  const early = await client.auth.signInWithPassword({ email: 'new@example.com', password })
  expect(early.error?.code).toBe('email_not_confirmed')

  const link = await linkInMailTo(supabase, 'new@example.com')
  const token = await tokenMailedTo(supabase, 'new@example.com')
  expect(link.origin + link.pathname).toBe('http://127.0.0.1:54390/auth/confirm')
  expect(token.type).toBe('signup')

  const confirmed = await client.auth.verifyOtp(token)
  expect(confirmed.error).toBeNull()
  expect(confirmed.data.user?.user_metadata.name).toBe('New Person')
  expect(confirmed.data.session?.access_token).toBeTruthy()

  const again = await visitorClient(supabase).auth.verifyOtp(token)
  expect(again.error?.code).toBe('otp_expired')
})

test('a mailed token is refused with another type and stays good', async () => {
  const client = visitorClient(supabase)
  await client.auth.signUp({ email: 'type@example.com', password })
  const { token_hash } = await tokenMailedTo(supabase, 'type@example.com')
  const wrong = await client.auth.verifyOtp({ token_hash, type: 'recovery' })
  expect(wrong.error?.code).toBe('otp_expired')
  const right = await client.auth.verifyOtp({ token_hash, type: 'signup' })
  expect(right.error).toBeNull()
})

test('a link is refused an hour after it was mailed', async () => {
  const client = visitorClient(supabase)
  await client.auth.signUp({ email: 'late@example.com', password })
  const { token_hash } = await tokenMailedTo(supabase, 'late@example.com')
  await supabase.query(
    `update auth.users set confirmation_sent_at = now() - interval '61 minutes' where email = $1`,
    ['late@example.com'],
  )
  const late = await client.auth.verifyOtp({ token_hash, type: 'signup' })
  expect(late.error?.code).toBe('otp_expired')
})

test('a password of less than twelve characters is refused', async () => {
  const client = visitorClient(supabase)
  const { error } = await client.auth.signUp({ email: 'weak@example.com', password: 'short pass1' })
  expect(error?.code).toBe('weak_password')
})

test('a forgotten password is replaced by way of the mailed link', async () => {
  const { client } = await signedInPerson(supabase, 'forgot@example.com')
  await client.auth.signOut()
  await client.auth.resetPasswordForEmail('forgot@example.com')
  const token = await tokenMailedTo(supabase, 'forgot@example.com')
  expect(token.type).toBe('recovery')
  expect((await client.auth.verifyOtp(token)).error).toBeNull()
  const changed = await client.auth.updateUser({ password: 'another long password' })
  expect(changed.error).toBeNull()

  const old = await client.auth.signInWithPassword({ email: 'forgot@example.com', password })
  expect(old.error?.code).toBe('invalid_credentials')
})

test('a magic link signs a known person in and makes no account for an unknown one', async () => {
  await signedInPerson(supabase, 'magic@example.com')
  const client = visitorClient(supabase)
  const shouldCreateUser = false
  await client.auth.signInWithOtp({ email: 'magic@example.com', options: { shouldCreateUser } })
  const token = await tokenMailedTo(supabase, 'magic@example.com')
  expect(token.type).toBe('magiclink')
  expect((await client.auth.verifyOtp(token)).data.session).not.toBeNull()

  const stranger = 'stranger@example.com'
  const unknown = await client.auth.signInWithOtp({
    email: stranger,
    options: { shouldCreateUser },
  })
  expect(unknown.error?.code).toBe('otp_disabled')
  expect(await mailsTo(supabase, stranger)).toEqual([])
})

test.each([
  ['the old', 'the new'],
  ['the new', 'the old'],
])('an email address changes with the link in %s mailbox and then in %s', async (first) => {
  const [before, after] = [
    `before-${first.at(-1)}@example.com`,
    `after-${first.at(-1)}@example.com`,
  ]
  const { client } = await signedInPerson(supabase, before)
  const asked = await client.auth.updateUser({ email: after })
  expect(asked.data.user).toMatchObject({ email: before, new_email: after })
  const tokens = [await tokenMailedTo(supabase, before), await tokenMailedTo(supabase, after)]
  if (first === 'the new') tokens.reverse()
  const [one, two] = tokens as [MailedToken, MailedToken]
  expect(one.type).toBe('email_change')

  const half = await visitorClient(supabase).auth.verifyOtp(one)
  expect(half.error).toBeNull()
  expect(half.data.session).toBeNull()
  expect((await client.auth.getUser()).data.user?.email).toBe(before)
  expect((await visitorClient(supabase).auth.verifyOtp(one)).error?.code).toBe('otp_expired')

  const whole = await visitorClient(supabase).auth.verifyOtp(two)
  expect(whole.data.user?.email).toBe(after)
  expect((await visitorClient(supabase).auth.verifyOtp(two)).error?.code).toBe('otp_expired')
})

test('the links of a change of address are good for an hour', async () => {
  const { client } = await signedInPerson(supabase, 'slow@example.com')
  await client.auth.updateUser({ email: 'slower@example.com' })
  await supabase.query(
    `update auth.users set email_change_sent_at = now() - interval '61 minutes' where email = $1`,
    ['slow@example.com'],
  )
  for (const address of ['slow@example.com', 'slower@example.com']) {
    const token = await tokenMailedTo(supabase, address)
    expect((await visitorClient(supabase).auth.verifyOtp(token)).error?.code).toBe('otp_expired')
  }
})

test('signing up with a known address answers as for a new one and mails nobody', async () => {
  await signedInPerson(supabase, 'known@example.com')
  const { data, error } = await visitorClient(supabase).auth.signUp({
    email: 'Known@example.com',
    password: 'a password of a stranger',
  })
  expect(error).toBeNull()
  expect(data.session).toBeNull()
  expect(data.user?.email).toBe('known@example.com')
  expect(await mailsTo(supabase, 'known@example.com')).toEqual([])
  const intruder = await visitorClient(supabase).auth.signInWithPassword({
    email: 'known@example.com',
    password: 'a password of a stranger',
  })
  expect(intruder.error?.code).toBe('invalid_credentials')
})

test('what a person gave at sign-up can be read in SQL', async () => {
  const { auth } = visitorClient(supabase)
  await auth.signUp({ email: 'sql@example.com', password, options: { data: { name: 'Åsa' } } })
  const [row] = await supabase.query<{ name: string }>(
    `select raw_user_meta_data ->> 'name' as name from auth.users where email = $1`,
    ['sql@example.com'],
  )
  expect(row?.name).toBe('Åsa')
})
