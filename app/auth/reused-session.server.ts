import type { ReusedSession } from '~/platform/backend-fetch.server'
import { serviceClient } from '~/platform/service.server'
import { unwrap } from '~/platform/supabase.server'
import type { Caller } from './caller'
import { lookForThreats } from './threats.server'
import type { Visit } from './visit.server'

/**
 * Two browsers had the tokens of one session. Which of them is its owner's nobody can tell, so the
 * session ends for both, and the owner and the admins hear of it.
 */
export async function reportReusedSession(
  caller: Pick<Caller, 'env' | 'now'>,
  visit: Visit,
  { personId, sessionId }: ReusedSession,
): Promise<void> {
  await lookForThreats(caller, visit, { kind: 'token_reused', personId })
  if (!sessionId) return
  unwrap(await serviceClient(caller.env).rpc('revoke_session', { session_id: sessionId }))
}
