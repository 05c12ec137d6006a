import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { atLeast } from '~/auth/time-floor.server'
import { signInSchema } from '~/features/accounts/account.schema'
import { signIn } from '~/features/accounts/accounts.server'
import { SignInForm } from '~/features/accounts/sign-in-form'
import { readForm } from '~/forms/read-form.server'
import { parseSubmission, unprocessable } from '~/forms/submission.server'
import { publicAction, publicLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { ticketsPath } from '~/http/paths'
import { seeOther } from '~/http/responses.server'
import { safeNext } from '~/http/safe-next'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Sign in')

export const loader = publicLoader(async ({ url }) => ({
  next: safeNext(url.searchParams.get('next'), ticketsPath),
  asked: url.searchParams.has('next'),
}))

export const action = publicAction(async ({ request, context }) => {
  const submission = parseSubmission(await readForm(request), signInSchema)
  if (submission.status !== 'success') return unprocessable(context, submission)
  const { next, ...credentials } = submission.value
  if (await atLeast(signIn(context.session.supabase, credentials))) {
    return seeOther(safeNext(next, ticketsPath))
  }
  return unprocessable(context, submission, {
    email: ['The email address or the password is not right, or the address is not confirmed yet'],
  })
})

export default function SignInPage() {
  const { next, asked } = useLoaderData<typeof loader>()
  return <SignInForm next={next} asked={asked} result={useActionData<typeof action>()?.result} />
}
