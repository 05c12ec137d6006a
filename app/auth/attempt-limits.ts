/** How often something may be tried, from one place and for one account. */
type AttemptLimit = {
  windowSeconds: number
  /** From one network, whatever it is tried on. */
  perNetwork: number
  /** From one network on one account. */
  perAccountHere: number
  /** On one account from everywhere: what keeps a mailbox or a phone from being flooded. */
  perAccount: number
}

const QUARTER_HOUR = 15 * 60
const HOUR = 60 * 60

/**
 * The limits of everything that sends a message, makes an account or takes a code. Signing in has a
 * lock of its own (the function `sign_in_attempt`), which lets owners in while strangers try.
 */
export const ATTEMPT_LIMITS = {
  'sign-up': { windowSeconds: HOUR, perNetwork: 20, perAccountHere: 4, perAccount: 8 },
  reset: { windowSeconds: QUARTER_HOUR, perNetwork: 20, perAccountHere: 4, perAccount: 12 },
  'magic-link': { windowSeconds: QUARTER_HOUR, perNetwork: 20, perAccountHere: 4, perAccount: 12 },
  sms: { windowSeconds: HOUR, perNetwork: 10, perAccountHere: 4, perAccount: 8 },
  code: { windowSeconds: QUARTER_HOUR, perNetwork: 30, perAccountHere: 5, perAccount: 15 },
} as const satisfies Record<string, AttemptLimit>

export type Attempt = keyof typeof ATTEMPT_LIMITS
