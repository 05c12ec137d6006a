import { createClient } from '@supabase/supabase-js'
import WebSocket from 'ws'
import { backendFetch } from './backend-fetch.server'
import type { Database } from './database.types'
import type { Env } from './env.server'
import type { Supabase } from './supabase.server'

const clients = new WeakMap<Env, Supabase>()

/**
 * The portal itself, past row-level security: it counts attempts and writes down what it sees of
 * accounts, which nobody may do in their own name, and keeps what a form carries whose session has
 * ended. `eslint.config.js` lists the few files that may use it; what a person asks for goes through
 * their own session.
 */
export function serviceClient(env: Env): Supabase {
  const known = clients.get(env)
  if (known) return known
  const client: Supabase = createClient<Database>(env.SUPABASE_URL, env.SUPABASE_SECRET_KEY, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { fetch: backendFetch },
    realtime: { transport: WebSocket as unknown as typeof globalThis.WebSocket },
  })
  clients.set(env, client)
  return client
}
