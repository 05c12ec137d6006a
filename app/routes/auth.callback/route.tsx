import { data, type MetaFunction } from '@remix-run/node'
import { readVisit } from '~/auth/visit.server'
import { redeemCode } from '~/features/accounts/providers.server'
import { recordSignIn } from '~/features/security/sign-ins.server'
import { publicLoader, type Asked } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { loginPath, magicLinkPath, ticketsPath } from '~/http/paths'
import { seeOther } from '~/http/responses.server'
import type { Handle } from '~/http/tier'
import { HelpFrame } from '~/ui/help-frame'
import { Link } from '~/ui/link'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'You are not signed in')

/** Back from a provider: its code is good once, and only in the browser that went there. */
export const loader = publicLoader(async (asked) => {
  const provider = await enter(asked)
  return provider ? seeOther(ticketsPath) : data(null, { status: 400 })
})

async function enter({ request, url, context }: Asked): Promise<boolean> {
  const code = url.searchParams.get('code')
  if (!code || code.length > 500) return false
  let provider: string | null = null
  const begun = await context.session.begin(async (supabase) => {
    provider = await redeemCode(supabase, code)
    return provider !== null
  })
  if (!begun) return false
  const viewer = await recordSignIn(context, readVisit(context, request), `oauth:${provider}`)
  return viewer !== null
}

export default function NotSignedInPage() {
  return (
    <HelpFrame current="account">
      <h1 className="page-title">You are not signed in</h1>
      <div className="prose">
        <p>
          The other service has not let you in, or its answer reached another browser than the one
          you started in, or came too late.
        </p>
        <p>
          <Link to={loginPath}>Start again in this browser</Link>, or get{' '}
          <Link to={magicLinkPath}>a link by email</Link>, which works in any.
        </p>
      </div>
    </HelpFrame>
  )
}
