import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { countSignIn } from '~/auth/attempts.server'
import { providerName } from '~/auth/provider-name'
import { atLeast } from '~/auth/time-floor.server'
import { readVisit } from '~/auth/visit.server'
import { signInSchema } from '~/features/accounts/account.schema'
import { signIn } from '~/features/accounts/accounts.server'
import { findWaysIn, type WaysIn } from '~/features/accounts/providers.server'
import { SignInForm } from '~/features/accounts/sign-in-form'
import { recordFailedSignIn, recordSignIn, refuseSignIn } from '~/features/security/sign-ins.server'
import { readForm } from '~/forms/read-form.server'
import { parseSubmission, unprocessable } from '~/forms/submission.server'
import type { RequestContext } from '~/http/context'
import { publicAction, publicLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { magicLinkPath, oauthPath, phoneLoginPath, ticketsPath } from '~/http/paths'
import { seeOther } from '~/http/responses.server'
import { safeNext } from '~/http/safe-next'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Sign in')

export const loader = publicLoader(async ({ url, context }) => ({
  next: safeNext(url.searchParams.get('next'), ticketsPath),
  asked: url.searchParams.has('next'),
  ways: otherWays(await findWaysIn(context.env, context.now())),
}))

function otherWays({ phone, providers }: WaysIn) {
  return [
    { to: magicLinkPath, label: 'Send me a link by email' },
    ...(phone ? [{ to: phoneLoginPath, label: 'Send me a code by SMS' }] : []),
    ...providers.map((name) => ({
      to: oauthPath(name),
      label: `Sign in with ${providerName(name)}`,
    })),
  ]
}

export const action = publicAction(async ({ request, context }) => {
  const submission = parseSubmission(await readForm(request), signInSchema)
  if (submission.status !== 'success') return unprocessable(context, submission)
  const { next, ...credentials } = submission.value
  if (await atLeast(enter(context, request, credentials))) {
    return seeOther(safeNext(next, ticketsPath))
  }
  return unprocessable(context, submission, {
    email: ['The email address or the password is not right, or the address is not confirmed yet'],
  })
})

/** Signs in, unless it was tried too often, and writes down how it went. */
async function enter(
  context: RequestContext,
  request: Request,
  credentials: { email: string; password: string },
): Promise<boolean> {
  const visit = readVisit(context, request)
  const refusal = await countSignIn(context, visit, credentials.email)
  if (refusal) return refuseSignIn(context, visit, credentials.email, refusal)
  if (await context.session.begin((supabase) => signIn(supabase, credentials))) {
    return (await recordSignIn(context, visit, 'password')) !== null
  }
  await recordFailedSignIn(context, visit, { email: credentials.email })
  return false
}

export default function SignInPage() {
  const result = useActionData<typeof action>()?.result
  return <SignInForm {...useLoaderData<typeof loader>()} result={result} />
}
