import { randomUUID } from 'node:crypto'
import { startTestPortal, type TestPortal } from '../../tests/support/portal'
import { createPerson, operator, PASSWORD } from '../../tests/support/people'
import { DEMO_PASSWORD, seedDemo } from '../database/seed'

/** Who looks at a page: nobody known, a customer with tickets, one without, an agent, an admin. */
export type Actor = 'guest' | 'customer' | 'newcomer' | 'agent' | 'admin'

export const CREDENTIALS: Record<Exclude<Actor, 'guest'>, { email: string; password: string }> = {
  customer: { email: 'tomas@example.com', password: DEMO_PASSWORD },
  newcomer: { email: 'robin@example.com', password: PASSWORD },
  agent: { email: 'ines@example.com', password: DEMO_PASSWORD },
  admin: { email: 'per@example.com', password: DEMO_PASSWORD },
}

export type DemoPortal = {
  url: string
  /** The number of the customer's newest ticket with a status. @throws when there is none */
  ticket(status: string): number
  /** The id of somebody with an account, by email address. @throws when there is none */
  person(email: string): string
  /** The id of the macro that comes first. */
  macro: string
  /** The key of an invitation to somebody new. */
  invitation: string
  stop(): Promise<void>
}

/** Starts the built portal with the demo people and tickets, and one customer who has none. */
export async function startDemoPortal(): Promise<DemoPortal> {
  const portal = await startTestPortal({ LOG_LEVEL: 'error' })
  await seedDemo(portal.supabase)
  await createPerson(portal.supabase, { email: CREDENTIALS.newcomer.email, name: 'Robin Falk' })
  await wantsOtherContact(portal)
  const tickets = await ticketsOf(portal.supabase, CREDENTIALS.customer.email)
  const { query } = portal.supabase
  const people = await query<{ id: string; email: string }>('select id, email from auth.users')
  const [macro] = await query<{ id: string }>('select id from public.macros order by position')
  return {
    url: portal.url,
    macro: macro!.id,
    invitation: await invite(portal),
    person(email) {
      const found = people.find((person) => person.email === email)
      if (!found) throw new Error(`Nobody has the address ${email}.`)
      return found.id
    },
    ticket(status) {
      const found = tickets.find((ticket) => ticket.status === status)
      if (!found) throw new Error(`The demo customer has no ticket that is ${status}.`)
      return found.number
    },
    stop: () => portal.stop(),
  }
}

/** The newcomer has asked for another address and a number, and confirmed the address in one mailbox. */
async function wantsOtherContact({ supabase }: TestPortal): Promise<void> {
  await supabase.query(
    `update auth.users set email_change = 'robin.falk@example.com', email_change_sent_at = now(),
       email_change_token_current = 'waits', phone_change = '4915123456789'
     where email = $1`,
    [CREDENTIALS.newcomer.email],
  )
}

/** An admin has asked somebody new into the team. @returns the key in the link of the mail */
async function invite({ supabase }: TestPortal): Promise<string> {
  const key = randomUUID()
  await supabase.query(
    `insert into public.invitations (id, email, role, key_hash, invited_by)
     select gen_random_uuid(), 'noor@example.com', 'agent', private.hash_of_key($1::uuid), id
     from auth.users where email = $2`,
    [key, CREDENTIALS.admin.email],
  )
  return key
}

type Row = { number: number; status: string }

async function ticketsOf(supabase: { url: string; secretKey: string }, email: string) {
  const client = operator(supabase)
  const { data: people } = await client.auth.admin.listUsers({ perPage: 1000 })
  const person = people.users.find((user) => user.email === email)
  const { data, error } = await client
    .from('tickets')
    .select('number, status')
    .eq('requester_id', person?.id ?? '')
    .order('number', { ascending: false })
  if (error) throw error
  return data as Row[]
}
