import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { startTestSupabase } from '../../tests/support/local-supabase'
import { mailsTo, serviceClient, visitorClient } from '../../tests/support/supabase-clients'
import type { LocalSupabase } from '../local/start'
import { signedInPerson } from './shelf'

let supabase: LocalSupabase
beforeAll(async () => {
  supabase = await startTestSupabase()
})
afterAll(() => supabase.close())
afterEach(() => void vi.useRealTimers())

/** The server runs in this process and reads the same clock. */
const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000)

async function codeSentTo(phone: string) {
  const [sms] = await mailsTo(supabase, phone)
  return /\d{6}/.exec(sms?.text ?? '')?.[0] ?? ''
}

async function signedInByPhone(phone: string) {
  const client = visitorClient(supabase)
  await client.auth.signInWithOtp({ phone })
  const token = await codeSentTo(phone)
  const { data, error } = await client.auth.verifyOtp({ phone, token, type: 'sms' })
  return { client, data, error }
}

test('a phone number and the code sent to it sign somebody in, and again later', async () => {
  const phone = '+46701230001'
  const { data, error, client } = await signedInByPhone(phone)
  expect(error).toBeNull()
  expect(data.user).toMatchObject({
    phone: '46701230001',
    email: '',
    phone_confirmed_at: expect.any(String),
    app_metadata: { provider: 'phone' },
  })
  const viewer = await client.rpc('viewer')
  expect(viewer.data).toMatchObject([{ id: data.user?.id, email: null, phone: '46701230001' }])

  later(61)
  const again = await signedInByPhone(phone)
  expect(again.data.user?.id).toBe(data.user?.id)
})

test('known and unknown numbers get the same answer', async () => {
  await signedInByPhone('+46701230002')
  later(61)
  const { auth } = visitorClient(supabase)
  const known = await auth.signInWithOtp({ phone: '+46701230002' })
  const unknown = await auth.signInWithOtp({ phone: '+46701230003' })
  const shape = ({ data, error }: typeof known) => ({
    ...data,
    messageId: typeof data.messageId,
    error,
  })
  expect(shape(known)).toEqual(shape(unknown))
  const wrong = (phone: string) => auth.verifyOtp({ phone, token: '000000', type: 'sms' })
  const answers = [
    await wrong('+46701230002'),
    await wrong('+46701230003'),
    await wrong('+46701239999'),
  ]
  for (const { error } of answers) {
    expect(error).toMatchObject({
      status: 403,
      code: 'otp_expired',
      message: answers[0]?.error?.message,
    })
  }
})

test('without sign-up an unknown number gets no code', async () => {
  const phone = '+46701230004'
  const options = { shouldCreateUser: false }
  const { error } = await visitorClient(supabase).auth.signInWithOtp({ phone, options })
  expect(error?.code).toBe('otp_disabled')
  expect(await mailsTo(supabase, phone)).toEqual([])
})

test('a second code is sent after a minute and no sooner', async () => {
  const phone = '+46701230005'
  const { auth } = visitorClient(supabase)
  await auth.signInWithOtp({ phone })
  const soon = await auth.signInWithOtp({ phone })
  expect(soon.error).toMatchObject({ status: 429, code: 'over_sms_send_rate_limit' })
  expect((await auth.resend({ type: 'sms', phone })).error?.status).toBe(429)
  later(61)
  expect((await auth.resend({ type: 'sms', phone })).error).toBeNull()
  expect(await mailsTo(supabase, phone)).toHaveLength(2)
})

test('a code works for ten minutes, once, and not after five wrong ones', async () => {
  const { auth } = visitorClient(supabase)
  const verify = async (phone: string, token: string) =>
    (await auth.verifyOtp({ phone, token, type: 'sms' })).error

  await auth.signInWithOtp({ phone: '+46701230006' })
  const late = await codeSentTo('+46701230006')
  later(601)
  expect((await verify('+46701230006', late))?.code).toBe('otp_expired')

  await auth.signInWithOtp({ phone: '+46701230007' })
  const once = await codeSentTo('+46701230007')
  expect(await verify('+46701230007', once)).toBeNull()
  expect((await verify('+46701230007', once))?.code).toBe('otp_expired')

  await auth.signInWithOtp({ phone: '+46701230008' })
  const guessed = await codeSentTo('+46701230008')
  const wrong = guessed === '000000' ? '111111' : '000000'
  for (let guess = 0; guess < 5; guess += 1) await verify('+46701230008', wrong)
  expect((await verify('+46701230008', guessed))?.code).toBe('otp_expired')
})

test('the way around the code, as a token of a mail, is closed', async () => {
  const phone = '+46701230009'
  const { auth } = visitorClient(supabase)
  await auth.signInWithOtp({ phone })
  const code = await codeSentTo(phone)
  const rows = await supabase.query<{ row: string }>(
    'select u::text as row from auth.users u where phone = $1',
    [phone.slice(1)],
  )
  expect(rows[0]?.row).not.toContain(code)
  expect(rows[0]?.row).not.toMatch(/[0-9a-f]{64}/)
})

test.each(['070-123', '+0701230001', 'maya@example.com', '+46 70 123 00 01 2 3 4 5 6 7'])(
  '%s is not a phone number',
  async (phone) => {
    const { error } = await visitorClient(supabase).auth.signInWithOtp({ phone })
    expect(error).toMatchObject({ status: 400, code: 'validation_failed' })
  },
)

test('somebody with an email address adds a number, which counts once its code was entered', async () => {
  const { client, id } = await signedInPerson(supabase, 'adds-phone@example.com')
  const phone = '+46701230010'
  const asked = await client.auth.updateUser({ phone })
  expect(asked.error).toBeNull()
  expect(asked.data.user).toMatchObject({ phone: '', new_phone: '46701230010' })
  expect((await client.auth.getUser()).data.user?.new_phone).toBe('46701230010')

  const token = await codeSentTo(phone)
  const wrong = await client.auth.verifyOtp({ phone, token: 'x', type: 'phone_change' })
  expect(wrong.error?.code).toBe('otp_expired')
  const right = await client.auth.verifyOtp({ phone, token, type: 'phone_change' })
  expect(right.error).toBeNull()
  expect(right.data.user).toMatchObject({
    id,
    phone: '46701230010',
    email: 'adds-phone@example.com',
  })

  const { data } = await client.rpc('my_activity', { kind: 'phone_changed' })
  expect(data).toMatchObject({ total: 1 })
  later(61)
  expect((await signedInByPhone(phone)).data.user?.id).toBe(id)
})

test('a number that belongs to somebody else is refused', async () => {
  await signedInByPhone('+46701230011')
  const { client } = await signedInPerson(supabase, 'wants-phone@example.com')
  const { error } = await client.auth.updateUser({ phone: '+46701230011' })
  expect(error).toMatchObject({ status: 422, code: 'phone_exists' })
})

test('somebody who is banned gets neither a session nor is shown', async () => {
  const phone = '+46701230012'
  const { data } = await signedInByPhone(phone)
  await serviceClient(supabase).auth.admin.updateUserById(data.user?.id ?? '', {
    ban_duration: '24h',
  })
  later(61)
  expect((await signedInByPhone(phone)).error?.code).toBe('user_banned')
})
