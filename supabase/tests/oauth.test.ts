import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient } from '@supabase/supabase-js'
import WebSocket from 'ws'
import { startIdentityServer, type IdentityServer } from '../../tests/support/identity-server'
import { startTestSupabase } from '../../tests/support/local-supabase'
import { visitorClient } from '../../tests/support/supabase-clients'
import type { LocalSupabase } from '../local/start'
import { password, signedInPerson } from './shelf'

const callback = 'http://127.0.0.1:3000/auth/callback'
const people = [
  { id: 1, login: 'octavia', name: 'Octavia Ström', email: 'octavia@example.com', verified: true },
  { id: 2, login: 'known', name: 'Known Person', email: 'known@example.com', verified: true },
  { id: 3, login: 'victim', name: 'Victim', email: 'victim@example.com', verified: true },
  { id: 4, login: 'liar', name: 'Liar', email: 'somebody@example.com', verified: false },
]

let identities: IdentityServer
let supabase: LocalSupabase
beforeAll(async () => {
  identities = await startIdentityServer(people)
  supabase = await startTestSupabase({ environment: identities.environment })
})
afterAll(async () => {
  await supabase.close()
  await identities.close()
})

/** A client as of a browser: it keeps the code verifier between leaving and coming back. */
function browser() {
  const kept = new Map<string, string>()
  return createClient(supabase.url, supabase.publishableKey, {
    auth: {
      flowType: 'pkce',
      autoRefreshToken: false,
      detectSessionInUrl: false,
      storage: {
        getItem: (key) => kept.get(key) ?? null,
        setItem: (key, value) => void kept.set(key, value),
        removeItem: (key) => void kept.delete(key),
      },
    },
    realtime: { transport: WebSocket as never },
  })
}

type Browser = ReturnType<typeof browser>

/** Goes to the provider, presses a button there and answers where that leads in the end. */
async function comeBack(client: Browser, login: string, redirectTo = callback): Promise<URL> {
  const { data, error } = await client.auth.signInWithOAuth({
    provider: 'github',
    options: { redirectTo, skipBrowserRedirect: true },
  })
  if (error) throw error
  const toProvider = await fetch(data.url, { redirect: 'manual' })
  const page = new URL(toProvider.headers.get('location') ?? '')
  expect(page.origin).toBe(identities.url)
  expect(await (await fetch(page)).text()).toContain(`value="${login}"`)
  page.pathname = '/login/oauth/allow'
  page.searchParams.set('login', login)
  const toSupabase = await fetch(page, { redirect: 'manual' })
  const back = await fetch(toSupabase.headers.get('location') ?? '', { redirect: 'manual' })
  return new URL(back.headers.get('location') ?? '')
}

async function signIn(login: string) {
  const client = browser()
  const back = await comeBack(client, login)
  const { data, error } = await client.auth.exchangeCodeForSession(
    back.searchParams.get('code') ?? '',
  )
  return { user: data.user, error, client, back }
}

test('somebody new signs in with the provider and has a profile with their name', async () => {
  const { user, error, back } = await signIn('octavia')
  expect(error).toBeNull()
  expect(back.origin + back.pathname).toBe(callback)
  expect(user).toMatchObject({ email: 'octavia@example.com', app_metadata: { provider: 'github' } })
  const [profile] = await supabase.query('select name, role from public.profiles where id = $1', [
    user?.id,
  ])
  expect(profile).toEqual({ name: 'Octavia Ström', role: 'customer' })
})

test('signing in with the provider again is the same account', async () => {
  const first = await signIn('octavia')
  const second = await signIn('octavia')
  expect(second.user?.id).toBe(first.user?.id)
})

test('a confirmed address that the provider has verified leads to the account that is there', async () => {
  const { id } = await signedInPerson(supabase, 'known@example.com')
  const { user } = await signIn('known')
  expect(user?.id).toBe(id)
  const { error } = await visitorClient(supabase).auth.signInWithPassword({
    email: 'known@example.com',
    password,
  })
  expect(error).toBeNull()
})

test('whoever signed up with an address that is not theirs loses it to its owner', async () => {
  const credentials = { email: 'victim@example.com', password: 'password of an attacker' }
  const attacker = visitorClient(supabase)
  await attacker.auth.signUp(credentials)
  expect((await signIn('victim')).error).toBeNull()
  expect((await attacker.auth.signInWithPassword(credentials)).error).not.toBeNull()
})

test('an address that the provider has not verified signs nobody in', async () => {
  const client = browser()
  const back = await comeBack(client, 'liar')
  expect(back.searchParams.get('code')).toBeNull()
  expect(back.href).toContain('error_code=provider_email_needs_verification')
})

test('a code is worth nothing in another browser, and works once', async () => {
  const client = browser()
  const code = (await comeBack(client, 'octavia')).searchParams.get('code') ?? ''
  expect((await browser().auth.exchangeCodeForSession(code)).error).not.toBeNull()
  expect((await client.auth.exchangeCodeForSession(code)).error).toBeNull()
  expect((await client.auth.exchangeCodeForSession(code)).error).not.toBeNull()
})

test('a denied request comes back as an error', async () => {
  const back = await comeBack(browser(), '')
  expect(back.href).toContain('error=access_denied')
})

test('nobody is sent to an address that is not on the list', async () => {
  const back = await comeBack(browser(), 'octavia', 'https://evil.example/auth/callback')
  expect(back.origin).toBe('http://127.0.0.1:3000')
})

test('the settings say which ways in there are', async () => {
  const response = await fetch(`${supabase.url}/auth/v1/settings`, {
    headers: { apikey: supabase.publishableKey },
  })
  expect(await response.json()).toMatchObject({
    external: { email: true, phone: true, github: true, google: false, apple: false },
    disable_signup: false,
  })
})
