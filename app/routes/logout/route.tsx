import { redirect } from '@remix-run/node'
import { recordEvent } from '~/auth/record-event.server'
import { readVisit } from '~/auth/visit.server'
import { signOut } from '~/features/accounts/accounts.server'
import { publicAction, publicLoader } from '~/http/handlers.server'
import { accountPath, loginPath } from '~/http/paths'
import { seeOtherWith } from '~/http/responses.server'

/** Signing out changes something, so only its POST does it; the address alone leads to the button. */
export const loader = publicLoader(async () => redirect(accountPath))

export const action = publicAction(async ({ request, context }) => {
  const viewer = await context.viewer()
  if (viewer) {
    await signOut(context.session.supabase)
    const visit = readVisit(context, request)
    await recordEvent(context, visit, { kind: 'sign_out', personId: viewer.id })
  }
  context.session.forget()
  return seeOtherWith(context, loginPath, 'You are signed out.')
})

/** Never seen; it lets a failure be answered as a page. */
export default function SignedOut() {
  return null
}
