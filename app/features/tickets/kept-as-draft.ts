import { isProblem, tooMany } from '~/lib/errors'
import { inMinutes } from '~/lib/in-minutes'

/**
 * Says what becomes of a message that was one too many within an hour: whoever calls has kept it.
 * @throws Problem `too-many` with that sentence; any other error as it is
 */
export function keptAsDraft(error: unknown): never {
  if (!isProblem(error, 'too-many')) throw error
  const seconds = error.retryAfterSeconds ?? 60
  const later = `What you wrote is kept as a draft: send it ${inMinutes(seconds)}.`
  throw tooMany(`${error.message} ${later}`, seconds)
}
