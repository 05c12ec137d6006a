import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { countAttempt } from '~/auth/attempts.server'
import { atLeast } from '~/auth/time-floor.server'
import { readVisit } from '~/auth/visit.server'
import { signUpSchema } from '~/features/accounts/account.schema'
import { createAccount } from '~/features/accounts/accounts.server'
import { caughtByTrap, formShown } from '~/features/accounts/bot-trap.server'
import { markSignUp } from '~/features/accounts/sign-up-mark.server'
import { SignUpForm } from '~/features/accounts/sign-up-form'
import { timeZones } from '~/features/accounts/time-zones'
import { readForm } from '~/forms/read-form.server'
import { parseSubmission, unprocessable } from '~/forms/submission.server'
import { publicAction, publicLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { signupSentPath } from '~/http/paths'
import { seeOther } from '~/http/responses.server'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Create an account')

export const loader = publicLoader(async ({ context }) => ({
  shownAt: formShown(context),
  zones: timeZones(),
}))

export const action = publicAction(async ({ request, context }) => {
  const fields = await readForm(request)
  const submission = parseSubmission(fields, signUpSchema)
  if (submission.status !== 'success') return unprocessable(context, submission)
  const caught = caughtByTrap(context, fields)
  if (caught) return unprocessable(context, submission, { '': [caught] })
  async function create(account: z.output<typeof signUpSchema>) {
    await countAttempt(context, readVisit(context, request), 'sign-up', account.email)
    const { time_zone: timeZone, ...person } = account
    return createAccount(context.env, { ...person, timeZone }, markSignUp(context))
  }
  const refused = await atLeast(create(submission.value))
  if (refused) return unprocessable(context, submission, { password: [refused] })
  return seeOther(signupSentPath)
})

export default function SignUpPage() {
  const { shownAt, zones } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  return <SignUpForm shownAt={shownAt} zones={zones} result={result} />
}
