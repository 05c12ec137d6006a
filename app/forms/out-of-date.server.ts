import { data } from '@remix-run/node'
import type { Submission } from '@conform-to/react'
import type { RequestContext } from '~/http/context'
import { unprocessable } from './submission.server'

const SOMEBODY_ELSE =
  'Somebody else changed this while you were writing. Compare both below, then save yours or leave the page'

/**
 * 409: the same page with what was typed, and beside it what stands there now, so that nothing of either is
 * lost. The form carries the new version: sent once more, it is taken.
 * @param now the thing as it stands
 */
export function outOfDate<T, Now>(context: RequestContext, submission: Submission<T>, now: Now) {
  const { result } = unprocessable(context, submission, { '': [SOMEBODY_ELSE] }).data
  return data({ result, now }, { status: 409 })
}
