import { tooMany } from '~/lib/errors'
import { inMinutes } from '~/lib/in-minutes'
import { serviceClient } from '~/platform/service.server'
import { unwrap } from '~/platform/supabase.server'
import { ATTEMPT_LIMITS, type Attempt } from './attempt-limits'
import type { Caller } from './caller'
import { accountKey } from './secret-key.server'
import type { Visit } from './visit.server'

type Counted = { allowed: boolean; retry_after_seconds: number }

async function count({ env }: Caller, key: string, windowSeconds: number, allowed: number) {
  const answer = await serviceClient(env).rpc('count_attempt', {
    key,
    window_seconds: windowSeconds,
    allowed,
  })
  return unwrap(answer) as unknown as Counted
}

/**
 * Counts one attempt, for all web instances together, before it is made. Accounts that do not exist
 * are counted like others.
 * @param account what was typed to name the account
 * @throws Problem `too-many`, with the time after which it works again
 */
export async function countAttempt(
  caller: Caller,
  visit: Visit,
  attempt: Attempt,
  account: string,
): Promise<void> {
  const { windowSeconds, perNetwork, perAccountHere, perAccount } = ATTEMPT_LIMITS[attempt]
  const who = accountKey(caller.env, account)
  // In this order: what one network is refused, it does not use up for everybody else.
  const counters = [
    [`${attempt}:here:${who}:${visit.addressKey}`, perAccountHere],
    [`${attempt}:network:${visit.addressKey}`, perNetwork],
    [`${attempt}:account:${who}`, perAccount],
  ] as const
  for (const [key, allowed] of counters) {
    const { allowed: may, retry_after_seconds } = await count(caller, key, windowSeconds, allowed)
    if (!may) throw tooManyTries(retry_after_seconds)
  }
}

function tooManyTries(seconds: number) {
  const again = inMinutes(seconds)
  return tooMany(
    `This was tried too often from here. Nothing was changed. Try again ${again}; a mail or message that is already on its way still works.`,
    seconds,
  )
}

type Lock = Counted & { refused_by: 'here' | 'address' | 'account' | null; first_refusal: boolean }

/** Who was kept out, when that should be told to the owner of the account. */
export type Refusal = { retryAfterSeconds: number; tellOwner: boolean }

/** Counts a try to sign in, before the password is looked at. @returns null when it may be made */
export async function countSignIn(
  caller: Caller,
  visit: Visit,
  account: string,
): Promise<Refusal | null> {
  const answer = await serviceClient(caller.env).rpc('sign_in_attempt', {
    account_key: accountKey(caller.env, account),
    address_key: visit.addressKey,
    device_key: visit.deviceKey ?? undefined,
  })
  const lock = unwrap(answer) as unknown as Lock
  if (lock.allowed) return null
  return {
    retryAfterSeconds: lock.retry_after_seconds,
    tellOwner: lock.first_refusal && lock.refused_by !== 'address',
  }
}

/** The answer to somebody who was kept out; the right password reads the same. */
export function keptOut({ retryAfterSeconds }: Refusal) {
  return tooMany(
    `There were too many wrong passwords, so nobody can sign in from here ${forMinutes(retryAfterSeconds)}. Try again ${inMinutes(retryAfterSeconds)}. If you have forgotten your password, choose a new one at /password/forgot.`,
    retryAfterSeconds,
  )
}

function forMinutes(seconds: number): string {
  return inMinutes(seconds).replace(/^in/, 'for')
}

/** Somebody proved who they are: what they had typed wrong before no longer counts. */
export async function forgiveSignIns(
  caller: Caller,
  visit: Visit,
  account: string,
  deviceKey: string,
): Promise<void> {
  const answer = await serviceClient(caller.env).rpc('sign_in_succeeded', {
    account_key: accountKey(caller.env, account),
    address_key: visit.addressKey,
    device_key: deviceKey,
  })
  unwrap(answer)
}
