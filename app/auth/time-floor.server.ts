import { setTimeout as wait } from 'node:timers/promises'

/**
 * How long an answer about an account takes at least (ms): longer than checking a password does, so
 * that the time does not tell whether there is one.
 */
const FLOOR_MS = 400

/** The result of some work, not before {@link FLOOR_MS} have passed, whether it went well or not. */
export async function atLeast<T>(work: Promise<T>, floorMs: number = FLOOR_MS): Promise<T> {
  const [result] = await Promise.allSettled([work, wait(floorMs)])
  if (result.status === 'rejected') throw result.reason
  return result.value
}
