import { randomBytes } from 'node:crypto'
import type { Caller } from '~/auth/caller'

/** As long as the link of a mail works, and a little longer (s). */
const GOOD_FOR_S = 2 * 60 * 60

function cookieName({ env }: Pick<Caller, 'env'>): string {
  return env.secure ? '__Host-portico-sign-up' : 'portico-sign-up'
}

/**
 * Marks a sign-up, in the account and in this browser. Anybody can sign up with the address of somebody
 * else and wait until its owner confirms it; then the password would be the stranger's. So it counts
 * only where the browser that confirms is the one that chose it.
 */
export function markSignUp(caller: Caller): string {
  const mark = randomBytes(16).toString('base64url')
  caller.cookies.set(cookieName(caller), mark, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: caller.env.secure,
    maxAge: GOOD_FOR_S,
  })
  return mark
}

/** True when the account with this mark was made in this browser. */
export function madeHere(caller: Caller, mark: unknown): boolean {
  return typeof mark === 'string' && caller.cookies.get(cookieName(caller)) === mark
}
