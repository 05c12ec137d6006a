import type { Caller } from './caller'
import { seal, unseal } from './sealed-value.server'
import type { Viewer } from './viewer'

/** How long a proof is good for (s): long enough to read a page twice, too short to walk away from. */
const GOOD_FOR_S = 15 * 60

function cookieName({ env }: Pick<Caller, 'env'>): string {
  return env.secure ? '__Host-portico-proof' : 'portico-proof'
}

function options({ env }: Pick<Caller, 'env'>, maxAge: number) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: env.secure, maxAge } as const
}

/** Remembers that the person has just proved who they are; good for this session alone. */
export function rememberProof(caller: Caller, viewer: Pick<Viewer, 'sessionId'>): void {
  const sealed = seal(caller.env, 'proof', viewer.sessionId, caller.now())
  caller.cookies.set(cookieName(caller), sealed, options(caller, GOOD_FOR_S))
}

/** True when the person has proved who they are in the last quarter of an hour, in this session. */
export function hasProof(caller: Caller, viewer: Pick<Viewer, 'sessionId'>): boolean {
  const cookie = caller.cookies.get(cookieName(caller))
  const proof = unseal(caller.env, 'proof', cookie, caller.now())
  return proof?.value === viewer.sessionId && proof.ageMs <= GOOD_FOR_S * 1000
}

/** A proof that has been used for what it was asked for is used up. */
export function spendProof(caller: Caller): void {
  if (caller.cookies.get(cookieName(caller)) === null) return
  caller.cookies.set(cookieName(caller), '', options(caller, 0))
}
