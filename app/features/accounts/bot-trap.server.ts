import { seal, unseal } from '~/auth/sealed-value.server'
import type { Caller } from '~/auth/caller'
import { BAIT, SHOWN_AT } from './bot-trap'

/** Nobody reads and fills in a form faster (ms). */
const FASTEST_MS = 1_000
/** A form left open longer may be one that was collected and kept (ms). */
const SLOWEST_MS = 24 * 60 * 60 * 1000

/** What the form carries to tell when it was shown; only we can make one. */
export function formShown({ env, now }: Pick<Caller, 'env' | 'now'>): string {
  return seal(env, 'form-shown', 'sign-up', now())
}

/**
 * Programs fill in every field, at once, or send a form that they never opened. A person who does
 * any of it reads a sentence and presses the button again, so nothing is lost.
 * @returns what to tell, or null for a person
 */
export function caughtByTrap(
  { env, now }: Pick<Caller, 'env' | 'now'>,
  fields: FormData,
): string | null {
  if (fields.get(BAIT) !== '' && fields.get(BAIT) !== null) {
    return 'Leave the field “Leave this empty” empty and send the form again'
  }
  const shown = unseal(env, 'form-shown', fields.get(SHOWN_AT), now())
  if (!shown || shown.ageMs < FASTEST_MS || shown.ageMs > SLOWEST_MS) {
    return 'Check what you typed and send the form once more'
  }
  return null
}
