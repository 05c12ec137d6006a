import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestSupabase } from '../../tests/support/local-supabase'
import { serviceClient, visitorClient } from '../../tests/support/supabase-clients'
import type { LocalSupabase } from '../local/start'
import { password, shelfMigrations, signedInPerson } from './shelf'

let supabase: LocalSupabase

beforeAll(async () => {
  supabase = await startTestSupabase({ migrations: shelfMigrations })
})

afterAll(() => supabase.close())

function admin() {
  return serviceClient(supabase).auth.admin
}

test('an administrator creates a confirmed person, who can sign in', async () => {
  const { data, error } = await admin().createUser({
    email: 'Created@Example.com',
    password,
    email_confirm: true,
    user_metadata: { name: 'Created' },
    app_metadata: { team: 'support' },
  })
  expect(error).toBeNull()
  expect(data.user).toMatchObject({
    email: 'created@example.com',
    user_metadata: { name: 'Created' },
    app_metadata: { team: 'support', provider: 'email' },
  })
  expect(data.user?.identities).toHaveLength(1)
  const signIn = await visitorClient(supabase).auth.signInWithPassword({
    email: 'created@example.com',
    password,
  })
  expect(signIn.data.user?.id).toBe(data.user?.id)
})

test('a person created without confirmation cannot sign in', async () => {
  await admin().createUser({ email: 'unconfirmed@example.com', password })
  const { error } = await visitorClient(supabase).auth.signInWithPassword({
    email: 'unconfirmed@example.com',
    password,
  })
  expect(error?.code).toBe('email_not_confirmed')
})

test('an address that is taken and a weak password are refused', async () => {
  await admin().createUser({ email: 'taken@example.com', password })
  const taken = await admin().createUser({ email: 'TAKEN@example.com', password })
  expect(taken.error).toMatchObject({ status: 422, code: 'email_exists' })
  const weak = await admin().createUser({ email: 'weak@example.com', password: 'short' })
  expect(weak.error).toMatchObject({ status: 422 })
})

test('an administrator lists people page by page', async () => {
  for (const n of [1, 2, 3]) await admin().createUser({ email: `page${n}@example.com`, password })
  const all = await admin().listUsers({ page: 1, perPage: 1000 })
  const first = await admin().listUsers({ page: 1, perPage: 2 })
  const second = await admin().listUsers({ page: 2, perPage: 2 })
  expect(first.data.users.map((user) => user.id)).toEqual(
    all.data.users.slice(0, 2).map((user) => user.id),
  )
  expect(second.data.users.map((user) => user.id)).toEqual(
    all.data.users.slice(2, 4).map((user) => user.id),
  )
  expect('total' in all.data && all.data.total).toBe(all.data.users.length)
})

test('an administrator changes address, metadata and password of a person', async () => {
  const { id, session } = await signedInPerson(supabase, 'change@example.com')
  const { data, error } = await admin().updateUserById(id, {
    email: 'changed@example.com',
    password: 'a new long password',
    app_metadata: { team: 'billing' },
    user_metadata: { name: 'Changed', nickname: 'C' },
  })
  expect(error).toBeNull()
  expect(data.user).toMatchObject({
    email: 'changed@example.com',
    user_metadata: { nickname: 'C' },
  })

  const merged = await admin().updateUserById(id, { user_metadata: { nickname: null } })
  expect(merged.data.user?.user_metadata.name).toBe('Changed')
  expect(merged.data.user?.user_metadata).not.toHaveProperty('nickname')

  const client = visitorClient(supabase)
  const stale = await client.auth.refreshSession({ refresh_token: session.refresh_token })
  expect(stale.error).not.toBeNull()
  const signIn = await client.auth.signInWithPassword({
    email: 'changed@example.com',
    password: 'a new long password',
  })
  expect(signIn.error).toBeNull()
})

test('a deleted person is gone with the sessions', async () => {
  const { id, session } = await signedInPerson(supabase, 'deleted@example.com')
  expect((await admin().deleteUser(id)).error).toBeNull()
  expect((await admin().getUserById(id)).error).toMatchObject({ status: 404 })
  const client = visitorClient(supabase)
  expect((await client.auth.getUser(session.access_token)).data.user).toBeNull()
  expect(
    (await client.auth.signInWithPassword({ email: 'deleted@example.com', password })).error,
  ).not.toBeNull()
  const rows = await supabase.query('select from auth.sessions where user_id = $1', [id])
  expect(rows).toEqual([])
})

test('an administrator ends all sessions of a person', async () => {
  const { session } = await signedInPerson(supabase, 'out@example.com')
  expect((await admin().signOut(session.access_token, 'global')).error).toBeNull()
  const { error } = await visitorClient(supabase).auth.refreshSession({
    refresh_token: session.refresh_token,
  })
  expect(error).not.toBeNull()
})

test('a generated link signs in once', async () => {
  await signedInPerson(supabase, 'link@example.com')
  const { data } = await admin().generateLink({ type: 'magiclink', email: 'link@example.com' })
  const token = { token_hash: data.properties?.hashed_token ?? '', type: 'magiclink' as const }
  const client = visitorClient(supabase)
  expect((await client.auth.verifyOtp(token)).data.session).not.toBeNull()
  expect((await client.auth.verifyOtp(token)).error).not.toBeNull()
})

test('a banned person can neither sign in nor renew nor be shown, until the ban is lifted', async () => {
  const { id, session } = await signedInPerson(supabase, 'banned@example.com')
  const banned = await admin().updateUserById(id, { ban_duration: '24h' })
  expect(Date.parse(banned.data.user?.banned_until ?? '')).toBeGreaterThan(Date.now())

  const credentials = { email: 'banned@example.com', password }
  const client = visitorClient(supabase)
  expect((await client.auth.signInWithPassword(credentials)).error?.code).toBe('user_banned')
  const { refresh_token, access_token } = session
  expect((await client.auth.refreshSession({ refresh_token })).error?.code).toBe('user_banned')
  expect((await client.auth.getUser(access_token)).error?.code).toBe('user_banned')

  await client.auth.resetPasswordForEmail('banned@example.com')
  const link = await admin().generateLink({ type: 'recovery', email: 'banned@example.com' })
  const token = { token_hash: link.data.properties?.hashed_token ?? '', type: 'recovery' as const }
  expect((await client.auth.verifyOtp(token)).error?.code).toBe('user_banned')

  await admin().updateUserById(id, { ban_duration: 'none' })
  expect((await client.auth.signInWithPassword(credentials)).error).toBeNull()
})

test('nobody administers people without the secret key', async () => {
  const { client, id, session } = await signedInPerson(supabase, 'curious@example.com')
  const users = `${supabase.url}/auth/v1/admin/users`
  const bearer = { authorization: `Bearer ${session.access_token}` }
  const attempts: Record<string, string>[] = [
    {},
    { apikey: 'sb_secret_guess' },
    { apikey: supabase.publishableKey },
    { apikey: supabase.publishableKey, ...bearer },
    { apikey: supabase.secretKey, ...bearer },
    bearer,
  ]
  for (const headers of attempts) {
    for (const [path, method] of [
      ['', 'GET'],
      ['', 'POST'],
      [`/${id}`, 'PUT'],
      [`/${id}`, 'DELETE'],
    ]) {
      const body = method === 'GET' ? undefined : JSON.stringify({ email: 'x@example.com' })
      const response = await fetch(users + path, { method, headers, body })
      expect([401, 403]).toContain(response.status)
    }
  }
  expect((await client.auth.admin.listUsers()).error).toMatchObject({ status: 403 })
  expect((await client.auth.getUser()).data.user?.id).toBe(id)
})
