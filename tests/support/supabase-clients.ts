import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import WebSocket from 'ws'
import type { Message } from '../../supabase/local/mailbox/mailbox'
import type { LocalSupabase } from '../../supabase/local/start'

type Server = Pick<LocalSupabase, 'url' | 'publishableKey' | 'secretKey' | 'mailboxUrl'>

/** A client that nobody has signed in to yet; it keeps its session in memory. */
export function visitorClient({ url, publishableKey }: Server): SupabaseClient {
  return createClient(url, publishableKey, options)
}

/** A client with the secret key: it may do everything. */
export function serviceClient({ url, secretKey }: Server): SupabaseClient {
  return createClient(url, secretKey, options)
}

// Node 20 has no WebSocket of its own, and the client wants one at once.
const options = {
  auth: { persistSession: false, autoRefreshToken: false },
  realtime: { transport: WebSocket as never },
}

/** The mails to an address, newest first. */
export async function mailsTo({ mailboxUrl }: Server, address: string): Promise<Message[]> {
  const response = await fetch(`${mailboxUrl}.json?to=${encodeURIComponent(address)}`)
  return (await response.json()) as Message[]
}

/** The link of the newest mail to an address, with its `token_hash` and `type`. */
export async function linkInMailTo(server: Server, address: string): Promise<URL> {
  const [mail] = await mailsTo(server, address)
  const link = /https?:\/\/\S+/.exec(mail?.text ?? '')?.[0]
  if (!link) throw new Error(`There is no mail with a link to ${address}.`)
  return new URL(link)
}
