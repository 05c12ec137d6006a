import { redirect } from '@remix-run/node'
import { findWaysIn, providerAddress } from '~/features/accounts/providers.server'
import { publicLoader } from '~/http/handlers.server'
import { authCallbackPath } from '~/http/paths'
import { notFound } from '~/lib/errors'

/** On the way to a provider. A GET: the CSP lets no form be redirected to another origin. */
export const loader = publicLoader(async ({ params, context }) => {
  const { providers } = await findWaysIn(context.env, context.now())
  const provider = providers.find((name) => name === params.provider)
  if (!provider) throw notFound()
  const backTo = context.env.PUBLIC_URL + authCallbackPath
  return redirect(await providerAddress(context.session.supabase, provider, backTo))
})

/** Never seen; it lets an unknown provider be answered as a page. */
export default function OnTheWay() {
  return null
}
