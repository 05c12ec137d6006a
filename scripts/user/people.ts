import { createClient, type User } from '@supabase/supabase-js'
import WebSocket from 'ws'
import type { Database } from '../../app/platform/database.types'

export type Target = { url: string; secretKey: string }
export type Service = ReturnType<typeof connect>

/** A client that may do everything, on any Supabase. */
export function connect({ url, secretKey }: Target) {
  return createClient<Database>(url, secretKey, {
    auth: { persistSession: false, autoRefreshToken: false },
    // Node 20 has no WebSocket of its own, and the client wants one at once.
    realtime: { transport: WebSocket as unknown as typeof globalThis.WebSocket },
  })
}

export type Account = {
  id: string
  /** Email address, or the phone number of somebody who has none. */
  address: string
  name: string
  role: string
  banned: boolean
}

/** Everybody with an account, oldest first. */
export async function listAccounts(service: Service): Promise<Account[]> {
  const users = await listUsers(service)
  const profiles = new Map<string, { name: string; role: string }>()
  for (let start = 0; start < users.length; start += 200) {
    const ids = users.slice(start, start + 200).map(({ id }) => id)
    const { data, error } = await service.from('profiles').select('id, name, role').in('id', ids)
    if (error) throw new Error(`The profiles could not be read: ${error.message}`)
    for (const profile of data) profiles.set(profile.id, profile)
  }
  return users.map((user) => toAccount(user, profiles.get(user.id)))
}

async function listUsers(service: Service): Promise<User[]> {
  const users: User[] = []
  for (let page = 1; ; page += 1) {
    const { data, error } = await service.auth.admin.listUsers({ page, perPage: 200 })
    if (error) throw new Error(`The accounts could not be listed: ${error.message}`)
    users.push(...data.users)
    if (data.users.length < 200) return users
  }
}

function toAccount(user: User, profile?: { name: string; role: string }): Account {
  return {
    id: user.id,
    address: user.email || `+${user.phone}`,
    name: profile?.name ?? '',
    role: profile?.role ?? 'customer',
    banned: user.banned_until !== undefined && Date.parse(user.banned_until) > Date.now(),
  }
}
