import type { Caller } from '~/auth/caller'
import { recordEvent } from '~/auth/record-event.server'
import { accountKey } from '~/auth/secret-key.server'
import type { Visit } from '~/auth/visit.server'
import { serviceClient } from '~/platform/service.server'
import { unwrap } from '~/platform/supabase.server'

/** How long a notice can be answered with "This was not me" (ms). */
const ANSWERED_FOR_MS = 30 * 24 * 60 * 60 * 1000

type Notice = {
  person_id: string | null
  to_address: string
  about: { event?: number }
  created_at: string
}

/**
 * Somebody did not do what a notice says: signs the account out everywhere, forgets where it was
 * signed in, and tells the admins.
 * @param noticeId known to the reader of the notice alone
 * @returns the address that the notice went to; null when there is no such notice, or it is too old
 */
export async function reportNotice(
  caller: Caller,
  visit: Visit,
  noticeId: string,
): Promise<string | null> {
  const service = serviceClient(caller.env)
  const found = await service
    .from('notifications')
    .select('person_id, to_address, about, created_at')
    .eq('id', noticeId)
    .maybeSingle()
  const notice = unwrap(found) as unknown as Notice | null
  if (!notice) return null
  if (caller.now().getTime() - Date.parse(notice.created_at) > ANSWERED_FOR_MS) return null
  const personId = notice.person_id ?? (await personOf(caller, notice.about.event))
  if (!personId) return null

  unwrap(await service.rpc('end_sessions_of', { person_id: personId }))
  const account_key = accountKey(caller.env, notice.to_address)
  unwrap(await service.rpc('forget_known_sign_ins', { account_key }))
  await recordEvent(caller, visit, { kind: 'threat', personId, detail: { rule: 'reported' } })
  return notice.to_address
}

/** A notice to an address that the account no longer has names the event alone. */
async function personOf({ env }: Caller, eventId: number | undefined): Promise<string | null> {
  if (!eventId) return null
  const found = await serviceClient(env)
    .from('security_events')
    .select('person_id')
    .eq('id', eventId)
    .maybeSingle()
  return (unwrap(found) as { person_id: string | null } | null)?.person_id ?? null
}
