import { redirect } from '@remix-run/node'
import { recordEvent } from '~/auth/record-event.server'
import { readVisit } from '~/auth/visit.server'
import { signOut } from '~/features/accounts/accounts.server'
import type { RequestContext } from '~/http/context'
import { publicAction, publicLoader } from '~/http/handlers.server'
import { accountPath, loginPath } from '~/http/paths'
import { seeOtherWith } from '~/http/responses.server'
import { isProblem } from '~/lib/errors'

/** Signing out changes something, so only its POST does it; the address alone leads to the button. */
export const loader = publicLoader(async () => redirect(accountPath))

const SIGNED_OUT = 'You are signed out.'
const LEFT_OPEN =
  'You are signed out in this browser. The session itself could not be ended for certain: look at Devices and activity later, and end it there if it is still listed.'

/** Whoever leaves a shared computer must not be kept signed in by a backend in trouble. */
export const action = publicAction(async ({ request, context }) => {
  const ended = await endSession(context, request)
  context.session.forget()
  return ended
    ? seeOtherWith(context, loginPath, SIGNED_OUT)
    : seeOtherWith(context, loginPath, LEFT_OPEN, 'warn')
})

/** @returns false when no backend could be told */
async function endSession(context: RequestContext, request: Request): Promise<boolean> {
  try {
    const viewer = await context.viewer()
    if (!viewer) return true
    await signOut(context.session.supabase)
    const visit = readVisit(context, request)
    await recordEvent(context, visit, { kind: 'sign_out', personId: viewer.id })
    return true
  } catch (error) {
    if (!isProblem(error, 'unavailable')) throw error
    context.log.error({ requestId: context.requestId, err: error.cause }, 'session not ended')
    return false
  }
}

/** Never seen; it lets a failure be answered as a page. */
export default function SignedOut() {
  return null
}
