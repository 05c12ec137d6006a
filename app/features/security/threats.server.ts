import type { Caller } from '~/auth/caller'
import { recordEvent } from '~/auth/record-event.server'
import type { Visit } from '~/auth/visit.server'
import { serviceClient } from '~/platform/service.server'
import { unwrap } from '~/platform/supabase.server'
import { recognisedThreats, type Happening, type RecentEvent } from './threat-rules'

/** Holds what just happened against the rules, and writes down the threats that they recognise. */
export async function lookForThreats(
  caller: Caller,
  visit: Visit,
  happening: Pick<Happening, 'kind' | 'personId'>,
): Promise<void> {
  const { address, country } = visit
  const answer = await serviceClient(caller.env).rpc('recent_security_events', {
    person_id: happening.personId ?? undefined,
    address: address ?? undefined,
  })
  const before = unwrap(answer) as unknown as RecentEvent[]
  const now = { ...happening, now: caller.now(), address, country }
  for (const rule of recognisedThreats(now, before)) {
    const personId = rule === 'many_accounts' ? null : happening.personId
    await recordEvent(caller, visit, { kind: 'threat', personId, detail: { rule } })
  }
}
