import { serviceClient } from '~/platform/service.server'
import { unwrap } from '~/platform/supabase.server'
import type { Caller } from './caller'
import { recordEvent } from './record-event.server'
import { recognisedThreats, type Happening, type RecentEvent } from './threat-rules'
import type { Visit } from './visit.server'

/** Holds what just happened against the rules, and writes down the threats that they recognise. */
export async function lookForThreats(
  caller: Pick<Caller, 'env' | 'now'>,
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
