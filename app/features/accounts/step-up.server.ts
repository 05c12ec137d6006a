import { countSignIn, forgiveSignIns, keptOut } from '~/auth/attempts.server'
import type { Caller } from '~/auth/caller'
import { recordEvent } from '~/auth/record-event.server'
import { accountKey } from '~/auth/secret-key.server'
import { hasProof, rememberProof } from '~/auth/step-up.server'
import type { Viewer } from '~/auth/viewer'
import { markDevice, type Visit } from '~/auth/visit.server'
import { isPasswordOf } from './passwords.server'

/**
 * Before something sensitive: has this person just proved who they are, or do they now, with their
 * password? Wrong passwords count as those of the sign-in page do.
 * @returns what to say about the password, or null when it is them
 * @throws Problem `too-many`
 */
export async function stepUp(
  caller: Caller,
  visit: Visit,
  viewer: Viewer,
  password: string | undefined,
): Promise<string | null> {
  if (hasProof(caller, viewer)) return null
  if (!password) return 'Enter your current password'
  const account = viewer.email ?? viewer.id
  const refusal = await countSignIn(caller, visit, account)
  if (refusal) throw keptOut(refusal)
  if (await isPasswordOf(caller.env, viewer, password)) {
    await forgiveSignIns(caller, visit, account, markDevice(caller, visit))
    rememberProof(caller, viewer)
    return null
  }
  const detail = { account: accountKey(caller.env, account) }
  await recordEvent(caller, visit, { kind: 'sign_in_failed', personId: viewer.id, detail })
  return 'This is not your current password'
}
