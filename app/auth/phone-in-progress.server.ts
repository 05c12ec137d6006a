import type { Caller } from './caller'
import { seal, unseal } from './sealed-value.server'

/** As long as a code works (s). */
const GOOD_FOR_S = 10 * 60

function cookieName({ env }: Pick<Caller, 'env'>): string {
  return env.secure ? '__Host-portico-phone' : 'portico-phone'
}

function options({ env }: Pick<Caller, 'env'>, maxAge: number) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: env.secure, maxAge } as const
}

/** Keeps the number between the two pages of signing in by phone: in an address it would be logged. */
export function keepPhone(caller: Caller, phone: string): void {
  const sealed = seal(caller.env, 'phone', phone, caller.now())
  caller.cookies.set(cookieName(caller), sealed, options(caller, GOOD_FOR_S))
}

/** The number that a code was sent to from this browser, or null. */
export function keptPhone(caller: Caller): string | null {
  const cookie = caller.cookies.get(cookieName(caller))
  const kept = unseal(caller.env, 'phone', cookie, caller.now())
  return kept && kept.ageMs <= GOOD_FOR_S * 1000 ? kept.value : null
}

export function forgetPhone(caller: Caller): void {
  caller.cookies.set(cookieName(caller), '', options(caller, 0))
}
