import { randomInt, timingSafeEqual } from 'node:crypto'

type Code = { digits: string; sentAt: number; wrong: number }
type Limits = { length: number; lifetimeSeconds: number; intervalSeconds: number }

/** After so many wrong ones the right code is refused too: six digits are soon guessed. */
const allowedMistakes = 5

/**
 * One-time codes that were sent to phones, the newest for each purpose and number. They are kept
 * in memory: they live for minutes, and after a restart one asks for another.
 */
export class SmsCodes {
  readonly #codes = new Map<string, Code>()

  constructor(
    private readonly limits: Limits,
    private readonly now: () => number = () => Date.now(),
  ) {}

  /** `null` when the last code for it is younger than the interval. */
  make(purpose: string): string | null {
    const last = this.#codes.get(purpose)
    if (last && this.#ageOf(last) < this.limits.intervalSeconds) return null
    this.#forgetOld()
    const digits = Array.from({ length: this.limits.length }, () => randomInt(10)).join('')
    this.#codes.set(purpose, { digits, sentAt: this.now(), wrong: 0 })
    return digits
  }

  /** True once, for the right code in time. */
  use(purpose: string, digits: string): boolean {
    const code = this.#codes.get(purpose)
    if (!code || this.#ageOf(code) > this.limits.lifetimeSeconds) return false
    if (code.wrong >= allowedMistakes) return false
    if (!isSame(code.digits, digits)) {
      code.wrong += 1
      return false
    }
    this.#codes.delete(purpose)
    return true
  }

  #ageOf(code: Code): number {
    return (this.now() - code.sentAt) / 1000
  }

  #forgetOld() {
    for (const [purpose, code] of this.#codes) {
      if (this.#ageOf(code) > this.limits.lifetimeSeconds) this.#codes.delete(purpose)
    }
  }
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
