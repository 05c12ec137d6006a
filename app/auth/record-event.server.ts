import type { Json } from '~/platform/database.types'
import { serviceClient } from '~/platform/service.server'
import { unwrap } from '~/platform/supabase.server'
import type { Caller } from './caller'
import type { EventKind } from './security-event'
import type { Visit } from './visit.server'

type Recorded = {
  kind: EventKind
  /** Null where the account does not exist. */
  personId: string | null
  detail?: Record<string, Json>
}

/** Writes down what happened, with where it came from. The people concerned are told by the database. */
export async function recordEvent(
  { env }: Pick<Caller, 'env'>,
  visit: Visit,
  { kind, personId, detail = {} }: Recorded,
): Promise<void> {
  const { address, country, browser, system } = visit
  const answer = await serviceClient(env).rpc('record_security_event', {
    kind,
    person_id: personId ?? undefined,
    address: address ?? undefined,
    country: country ?? undefined,
    device: { browser, system },
    detail,
  })
  unwrap(answer)
}

/** Whose account has this email address or phone number; null for nobody. */
export async function findPerson(
  { env }: Pick<Caller, 'env'>,
  account: { email: string } | { phone: string },
): Promise<string | null> {
  const answer = await serviceClient(env).rpc('find_person', account)
  return unwrap(answer) as string | null
}
