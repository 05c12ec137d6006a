import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestSupabase } from '../../tests/support/local-supabase'
import { serviceClient, visitorClient } from '../../tests/support/supabase-clients'
import type { LocalSupabase } from '../local/start'
import { shelfMigrations, signedInPerson } from './shelf'

let supabase: LocalSupabase

beforeAll(async () => {
  supabase = await startTestSupabase({ migrations: shelfMigrations })
})

afterAll(() => supabase.close())

test('people read and add only rows of their own', async () => {
  const anna = await signedInPerson(supabase, 'anna@example.com')
  const ben = await signedInPerson(supabase, 'ben@example.com')
  const added = await anna.client.from('books').insert({ title: 'Persuasion' }).select().single()
  expect(added.data).toMatchObject({ title: 'Persuasion', owner: anna.id })

  expect((await anna.client.from('books').select()).data).toHaveLength(1)
  expect((await ben.client.from('books').select()).data).toEqual([])
  expect((await visitorClient(supabase).from('books').select()).data).toEqual([])
  expect((await serviceClient(supabase).from('books').select()).data).toHaveLength(1)

  const stolen = await ben.client.from('books').insert({ title: 'Emma', owner: anna.id })
  expect(stolen.error?.code).toBe('42501')
})

test('a revoked table stays revoked', async () => {
  const { client } = await signedInPerson(supabase, 'revoked@example.com')
  expect((await client.from('secrets').select()).error?.code).toBe('42501')
  expect((await visitorClient(supabase).from('secrets').select()).error?.code).toBe('42501')
  expect((await serviceClient(supabase).from('secrets').select()).error).toBeNull()
})

test('a request without a key is refused, with the publishable key it is anon', async () => {
  for (const path of ['/rest/v1/books', '/rest/v1/rpc/whoami', '/auth/v1/user']) {
    expect((await fetch(supabase.url + path)).status).toBe(401)
  }
  const visitor = await visitorClient(supabase).rpc('whoami')
  expect(visitor.data).toMatchObject({ role: 'anon', database_role: 'anon', uid: null })
})

test('a session is renewed with its refresh token and ends with sign-out', async () => {
  const { client, session } = await signedInPerson(supabase, 'session@example.com')
  const renewed = await client.auth.refreshSession()
  expect(renewed.error).toBeNull()
  expect(renewed.data.session?.refresh_token).not.toBe(session.refresh_token)
  expect((await client.rpc('session_exists')).data).toBe(true)

  const { access_token, refresh_token } = renewed.data.session ?? session
  expect((await client.auth.signOut()).error).toBeNull()
  expect((await visitorClient(supabase).auth.getUser(access_token)).error).not.toBeNull()
  const dead = await visitorClient(supabase).auth.refreshSession({ refresh_token })
  expect(dead.error).not.toBeNull()
})

test('an access token tells the database who asks and in which session', async () => {
  const { client, id } = await signedInPerson(supabase, 'claims@example.com')
  const { data } = await client.rpc('whoami')
  expect(data).toMatchObject({
    role: 'authenticated',
    database_role: 'authenticated',
    uid: id,
    email: 'claims@example.com',
  })
  const [row] = await supabase.query<{ user_id: string }>(
    'select user_id from auth.sessions where id = $1',
    [data.session],
  )
  expect(row?.user_id).toBe(id)
})

test('a forged access token is refused', async () => {
  const { session } = await signedInPerson(supabase, 'forged@example.com')
  const [, claims] = session.access_token.split('.')
  const header = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')
  const { data, error } = await visitorClient(supabase).auth.getUser(`${header}.${claims}.`)
  expect(data.user).toBeNull()
  expect(error).not.toBeNull()
})

test('requests at the same time keep their own roles', async () => {
  const people = await Promise.all(
    ['c1', 'c2', 'c3'].map((name) => signedInPerson(supabase, `${name}@example.com`)),
  )
  const visitor = { client: visitorClient(supabase), id: null }
  const service = { client: serviceClient(supabase), id: null }
  const askers = [...people, visitor, service]
  const answers = await Promise.all(
    Array.from({ length: 60 }, async (_, i) => {
      const asker = askers[i % askers.length] ?? visitor
      const { data, error } = await asker.client.rpc('whoami')
      expect(error).toBeNull()
      return { asked: asker.id, answered: data.uid, role: data.database_role }
    }),
  )
  for (const { asked, answered, role } of answers) {
    expect(answered).toBe(asked)
    expect(role === 'authenticated').toBe(asked !== null)
  }
})

test('an error of Postgres comes back with its code', async () => {
  const { client } = await signedInPerson(supabase, 'errors@example.com')
  const empty = await client.from('books').insert({ title: null })
  expect(empty.error?.code).toBe('23502')
  const nul = await client.from('books').insert({ title: 'a\u0000b' })
  expect(nul.error?.code).toBe('22021')
  expect((await client.from('shelves').select()).error?.code).toBe('PGRST205')
  expect((await client.from('books').select()).error).toBeNull()
})

test.each([
  ['23514', 400],
  ['23P01', 400],
  ['22P02', 400],
  ['22001', 400],
  ['P0001', 400],
  ['PT403', 403],
  ['PT404', 404],
  ['PT409', 409],
  ['23503', 409],
  ['23505', 409],
  ['40001', 500],
  ['55P03', 500],
  ['XX000', 500],
  ['53300', 503],
])('a refusal with %s is answered with %i, its code and its words', async (code, status) => {
  const answer = await visitorClient(supabase).rpc('refuse_with', { code })
  expect(answer.status).toBe(status)
  expect(answer.error).toMatchObject({
    code,
    message: `Refused with ${code}.`,
    details: 'a detail',
  })
})
