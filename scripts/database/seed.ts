import { createClient } from '@supabase/supabase-js'
import { fileURLToPath } from 'node:url'
import WebSocket from 'ws'
import type { Database } from '../../app/platform/database.types'
import {
  demoId,
  eventRows,
  macroRows,
  messageRows,
  savedReplyRows,
  tagRows,
  ticketRow,
  ticketTagRows,
  type DemoPeople,
} from './demo-rows'
import type { DemoPersonKey } from './demo-ticket'
import { demoTickets } from './demo-tickets'

type Target = { url: string; secretKey: string }
type Client = ReturnType<typeof connect>

/** The people of the demo; anybody may know their password. */
export const DEMO_PEOPLE = [
  { key: 'maya', email: 'maya@example.com', name: 'Maya Lindqvist', role: 'customer' },
  { key: 'tomas', email: 'tomas@example.com', name: 'Tomas Berg', role: 'customer' },
  { key: 'ines', email: 'ines@example.com', name: 'Ines Okafor', role: 'agent' },
  { key: 'per', email: 'per@example.com', name: 'Per Dahl', role: 'admin' },
] as const satisfies { key: DemoPersonKey; email: string; name: string; role: string }[]

export const DEMO_PASSWORD = 'portico-demo-2026'

/**
 * Adds the demo people and their tickets to a migrated Supabase. What is already there stays as it
 * is, so every start may call this.
 *
 * @throws a sentence that says which step failed.
 */
export async function seedDemo(target: Target, now = new Date()) {
  const supabase = connect(target)
  const missing = await missingTickets(supabase)
  if (missing.length === 0) return

  const people = await addPeople(supabase)
  const tickets = missing.map((ticket) => ticketRow(ticket, people, now))
  const messages = missing.flatMap((ticket) => messageRows(ticket, people, now))
  const events = missing.flatMap((ticket) => eventRows(ticket, people, now))
  // Events have no key to recognise them by: they go before the messages, which mark a ticket as done.
  check('tickets', await supabase.from('tickets').upsert(tickets, { ignoreDuplicates: true }))
  await addWords(supabase, tickets)
  check('history', await supabase.from('ticket_events').insert(events))
  check('messages', await supabase.from('ticket_messages').insert(messages))
}

/** What the team calls things. What it has changed or removed stays so, once the tickets are there. */
async function addWords(supabase: Client, tickets: { id: string }[]) {
  const once = { ignoreDuplicates: true }
  check('tags', await supabase.from('tags').upsert(tagRows(), once))
  check('tags', await supabase.from('ticket_tags').upsert(ticketTagRows(tickets), once))
  check('macros', await supabase.from('macros').upsert(macroRows(), once))
  check('saved replies', await supabase.from('saved_replies').upsert(savedReplyRows(), once))
}

function connect({ url, secretKey }: Target) {
  return createClient<Database>(url, secretKey, {
    auth: { persistSession: false, autoRefreshToken: false },
    // Node 20 has no WebSocket of its own, and the client wants one at once.
    realtime: { transport: WebSocket as unknown as typeof globalThis.WebSocket },
  })
}

async function missingTickets(supabase: Client) {
  const ids = demoTickets.map((ticket) => demoId(ticket.subject))
  const found = check('tickets', await supabase.from('ticket_messages').select('id').in('id', ids))
  const known = new Set(found.map((message) => message.id))
  return demoTickets.filter((ticket) => !known.has(demoId(ticket.subject)))
}

async function addPeople(supabase: Client): Promise<DemoPeople> {
  const ids: Partial<DemoPeople> = {}
  for (const person of DEMO_PEOPLE) ids[person.key] = await addPerson(supabase, person)
  return ids as DemoPeople
}

type DemoPerson = (typeof DEMO_PEOPLE)[number]

/** Answers the id. Somebody who is there already keeps their role. */
async function addPerson(supabase: Client, { email, name, role }: DemoPerson): Promise<string> {
  const { error } = await supabase.auth.admin.createUser({
    email,
    password: DEMO_PASSWORD,
    email_confirm: true,
    user_metadata: { name },
  })
  if (error?.code === 'email_exists') return findPerson(supabase, email)
  if (error) throw new Error(`The demo person ${email} could not be added: ${error.message}`)
  return check('roles', await supabase.rpc('set_role', { email, role }))
}

async function findPerson(supabase: Client, email: string): Promise<string> {
  const { data, error } = await supabase.auth.admin.listUsers({ perPage: 1000 })
  const person = data.users.find((user) => user.email === email)
  if (!person) throw new Error(`The demo person ${email} was not found.`, { cause: error })
  return person.id
}

type Answer<Data> = { data: Data; error: null } | { data: null; error: { message: string } }

function check<Data>(step: string, { data, error }: Answer<Data>): Data {
  if (error) throw new Error(`The demo data could not be added (${step}): ${error.message}`)
  return data as Data
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { SUPABASE_URL: url, SUPABASE_SECRET_KEY: secretKey } = process.env
  if (!url || !secretKey) throw new Error('Set SUPABASE_URL and SUPABASE_SECRET_KEY.')
  await seedDemo({ url, secretKey })
}
