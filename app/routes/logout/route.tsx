import { redirect } from '@remix-run/node'
import { signOut } from '~/features/accounts/accounts.server'
import { publicAction, publicLoader } from '~/http/handlers.server'
import { accountPath, loginPath } from '~/http/paths'
import { seeOtherWith } from '~/http/responses.server'

/** Signing out changes something, so only its POST does it; the address alone leads to the button. */
export const loader = publicLoader(async () => redirect(accountPath))

export const action = publicAction(async ({ context }) => {
  if (await context.viewer()) await signOut(context.session.supabase)
  context.session.forget()
  return seeOtherWith(context, loginPath, 'You are signed out.')
})

/** Never seen; it lets a failure be answered as a page. */
export default function SignedOut() {
  return null
}
