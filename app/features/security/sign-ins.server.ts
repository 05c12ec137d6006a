import { forgiveSignIns, keptOut, type Refusal } from '~/auth/attempts.server'
import type { Caller } from '~/auth/caller'
import { findPerson, recordEvent } from '~/auth/record-event.server'
import { accountKey } from '~/auth/secret-key.server'
import type { SignInMethod } from '~/auth/security-event'
import { newDevice } from '~/auth/threat-rules'
import { lookForThreats } from '~/auth/threats.server'
import { markDevice, type Visit } from '~/auth/visit.server'
import type { Viewer } from '~/auth/viewer'
import { serviceClient } from '~/platform/service.server'
import { unwrap } from '~/platform/supabase.server'

/**
 * After a session has begun: notes the device, writes the sign-in down and tells its owner of a
 * device that is new to them.
 * @returns the person who is signed in now; null when the account is banned, and then nobody is
 */
export async function recordSignIn(
  caller: Caller,
  visit: Visit,
  method: SignInMethod,
): Promise<Viewer | null> {
  const viewer = await caller.viewer()
  if (!viewer) return null
  const device = await noteDevice(caller, visit, viewer.sessionId)
  const personId = viewer.id
  const { address, country } = visit
  const happening = { kind: 'sign_in', now: caller.now(), personId, address, country } as const
  // Before it is written down: the rules compare it with what was before.
  await lookForThreats(caller, visit, { kind: 'sign_in', personId })
  await recordEvent(caller, visit, { kind: 'sign_in', personId, detail: { method } })
  if (newDevice({ ...happening, device }, [])) {
    await recordEvent(caller, visit, { kind: 'new_device', personId })
  }
  await forgiveSignIns(caller, visit, viewer.email ?? viewer.phone ?? viewer.id, device.key)
  return viewer
}

type NotedDevice = { first: boolean; known: boolean }

async function noteDevice(caller: Caller, visit: Visit, sessionId: string) {
  const { browser, system, address, country } = visit
  const key = markDevice(caller, visit)
  const answer = await serviceClient(caller.env).rpc('note_device', {
    session_id: sessionId,
    browser,
    system,
    address: address ?? undefined,
    country: country ?? undefined,
    key,
  })
  return { ...(unwrap(answer) as unknown as NotedDevice), key }
}

/** Writes down that a password or code was wrong; for accounts that do not exist too. */
export async function recordFailedSignIn(
  caller: Caller,
  visit: Visit,
  account: { email: string } | { phone: string },
): Promise<void> {
  const personId = await findPerson(caller, account)
  await lookForThreats(caller, visit, { kind: 'sign_in_failed', personId })
  const detail = {
    account: accountKey(caller.env, 'email' in account ? account.email : account.phone),
  }
  await recordEvent(caller, visit, { kind: 'sign_in_failed', personId, detail })
}

/**
 * Refuses a sign-in that was tried too often, and tells the owner once.
 * @throws Problem `too-many`, always
 */
export async function refuseSignIn(
  caller: Caller,
  visit: Visit,
  email: string,
  refusal: Refusal,
): Promise<never> {
  if (refusal.tellOwner) {
    const personId = await findPerson(caller, { email })
    if (personId) await recordEvent(caller, visit, { kind: 'account_locked', personId })
  }
  throw keptOut(refusal)
}
