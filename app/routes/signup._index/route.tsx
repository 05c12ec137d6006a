import type { MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { atLeast } from '~/auth/time-floor.server'
import { signUpSchema } from '~/features/accounts/account.schema'
import { createAccount } from '~/features/accounts/accounts.server'
import { SignUpForm } from '~/features/accounts/sign-up-form'
import { readForm } from '~/forms/read-form.server'
import { parseSubmission, unprocessable } from '~/forms/submission.server'
import { publicAction } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { signupSentPath } from '~/http/paths'
import { seeOther } from '~/http/responses.server'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Create an account')

export const action = publicAction(async ({ request, context }) => {
  const submission = parseSubmission(await readForm(request), signUpSchema)
  if (submission.status !== 'success') return unprocessable(context, submission)
  const refused = await atLeast(createAccount(context.env, submission.value))
  if (refused) return unprocessable(context, submission, { password: [refused] })
  return seeOther(signupSentPath)
})

export default function SignUpPage() {
  return <SignUpForm result={useActionData<typeof action>()?.result} />
}
