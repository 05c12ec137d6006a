import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SupabaseClient } from '@supabase/supabase-js'
import { startTestSupabase } from '../../tests/support/local-supabase'
import { linkInMailTo, visitorClient } from '../../tests/support/supabase-clients'
import type { LocalSupabase } from '../local/start'
import { password, signedInPerson } from './shelf'

let supabase: LocalSupabase
beforeAll(async () => {
  supabase = await startTestSupabase({ timer: false })
})
afterAll(() => supabase.close())

/** One person, signed in on three devices. */
async function onThreeDevices(email: string) {
  const { client, id } = await signedInPerson(supabase, email)
  const others = [visitorClient(supabase), visitorClient(supabase)]
  for (const other of others) await other.auth.signInWithPassword({ email, password })
  return { id, devices: [client, ...others] as [SupabaseClient, SupabaseClient, SupabaseClient] }
}

/** The portal asks viewer(); a browser that comes back after an hour renews its session. */
async function isSignedIn(client: SupabaseClient): Promise<boolean> {
  const viewer = await client.rpc('viewer')
  return viewer.error === null && viewer.data.length === 1
}
const canRenew = async (client: SupabaseClient) =>
  (await client.auth.refreshSession()).error === null

async function signedIn(devices: SupabaseClient[]) {
  return Promise.all(devices.map(isSignedIn))
}

test.each([
  ['local', [false, true, true]],
  ['others', [true, false, false]],
  ['global', [false, false, false]],
] as const)('signing out with the scope %s', async (scope, expected) => {
  const { devices } = await onThreeDevices(`${scope}@example.com`)
  const [session] = await Promise.all(devices.map((device) => device.auth.getSession()))
  const here = visitorClient(supabase)
  await here.auth.setSession(session?.data.session as never)
  expect((await here.auth.signOut({ scope })).error).toBeNull()
  expect(await signedIn(devices)).toEqual(expected)
})

test('a device that is signed out from another one can neither read nor renew its session', async () => {
  const { devices } = await onThreeDevices('ended@example.com')
  const [here, there, third] = devices
  const list = await here.rpc('my_devices')
  expect(list.data).toHaveLength(3)
  const { data } = await there.auth.getClaims()
  await here.rpc('end_session', { session_id: data?.claims.session_id })
  expect(await signedIn(devices)).toEqual([true, false, true])
  expect(await canRenew(there)).toBe(false)
  expect(await canRenew(third)).toBe(true)

  expect((await here.rpc('end_other_sessions')).data).toBe(1)
  expect(await canRenew(third)).toBe(false)
  expect(await canRenew(here)).toBe(true)
})

test('a new password ends every other session', async () => {
  const { devices } = await onThreeDevices('password@example.com')
  const [here] = devices
  const weak = await here.auth.updateUser({ password: 'short' })
  expect(weak.error?.code).toBe('weak_password')
  expect(await signedIn(devices)).toEqual([true, true, true])
  expect((await here.auth.updateUser({ password: 'another long password' })).error).toBeNull()
  expect(await signedIn(devices)).toEqual([true, false, false])
})

test('a session that is too old or was idle too long can neither be used nor renewed', async () => {
  const { devices } = await onThreeDevices('idle@example.com')
  const [here] = devices
  await supabase.query(`update auth.sessions set updated_at = now() - interval '8 days',
    created_at = now() - interval '8 days'`)
  expect(await isSignedIn(here)).toBe(false)
  expect(await canRenew(here)).toBe(false)
})

test('a refresh token that is used again after its time ends the session', async () => {
  const { client, session } = await signedInPerson(supabase, 'reuse@example.com')
  await client.auth.refreshSession()
  await client.auth.refreshSession()
  const thief = visitorClient(supabase)
  const { error } = await thief.auth.refreshSession({ refresh_token: session.refresh_token })
  expect(error).not.toBeNull()
  expect(await canRenew(client)).toBe(false)
})

test('a link for a new password works once, for an hour, and not after the password has changed', async () => {
  const { client } = await signedInPerson(supabase, 'reset@example.com')
  const ask = async () => {
    await client.auth.resetPasswordForEmail('reset@example.com')
    const link = await linkInMailTo(supabase, 'reset@example.com')
    return { token_hash: link.searchParams.get('token_hash') ?? '', type: 'recovery' as const }
  }
  const use = async (token: Awaited<ReturnType<typeof ask>>) =>
    (await visitorClient(supabase).auth.verifyOtp(token)).error?.code

  const once = await ask()
  expect(await use(once)).toBeUndefined()
  expect(await use(once)).toBe('otp_expired')

  const late = await ask()
  await supabase.query(`update auth.users set recovery_sent_at = now() - interval '61 minutes'`)
  expect(await use(late)).toBe('otp_expired')

  const stale = await ask()
  await client.auth.updateUser({ password: 'another long password' })
  expect(await use(stale)).toBe('otp_expired')
})

test('a person who is signed out everywhere is out on every device', async () => {
  const { devices, id } = await onThreeDevices('reported@example.com')
  const [answer] = await supabase.query('select public.end_sessions_of($1) as ended', [id])
  expect(answer).toEqual({ ended: 3 })
  expect(await signedIn(devices)).toEqual([false, false, false])
})
