import { redirect } from '@remix-run/node'
import type { RequestContext } from './context'
import { setFlash, type Flash } from './flash.server'

/** Seconds after which a browser may try again when a backend failed. */
export const RETRY_AFTER_S = 30

/** 303: the answer to a POST that did its work, so that a reload does not do it twice. */
export function seeOther(to: string): Response {
  return redirect(to, 303)
}

/** 303 to a page that opens with a sentence about what has happened. */
export function seeOtherWith(
  context: RequestContext,
  to: string,
  text: string,
  tone: Flash['tone'] = 'good',
): Response {
  setFlash(context, { tone, text })
  return seeOther(to)
}
