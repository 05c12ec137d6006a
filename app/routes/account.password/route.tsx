import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { recordEvent } from '~/auth/record-event.server'
import { hasProof } from '~/auth/step-up.server'
import { readVisit } from '~/auth/visit.server'
import { AccountFrame } from '~/features/accounts/account-frame'
import { changePasswordSchema } from '~/features/accounts/account.schema'
import { PasswordForm } from '~/features/accounts/password-form'
import { changePassword } from '~/features/accounts/passwords.server'
import { stepUp } from '~/features/accounts/step-up.server'
import { readForm } from '~/forms/read-form.server'
import { parseSubmission, unprocessable } from '~/forms/submission.server'
import { customerAction, customerLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { accountPasswordPath, accountPath } from '~/http/paths'
import { seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Password')

export const loader = customerLoader(async ({ viewer, context }) => ({
  proven: hasProof(context, viewer),
}))

export const action = customerAction(async ({ request, viewer, context }) => {
  const submission = parseSubmission(await readForm(request), changePasswordSchema)
  if (submission.status !== 'success') return unprocessable(context, submission)
  const { current, password } = submission.value
  const visit = readVisit(context, request)
  const notThem = await stepUp(context, visit, viewer, current)
  if (notThem) return unprocessable(context, submission, { current: [notThem] })
  const refused = await changePassword(context.session.supabase, viewer, password)
  if (refused) return unprocessable(context, submission, { password: [refused] })
  await recordEvent(context, visit, { kind: 'password_changed', personId: viewer.id })
  return seeOtherWith(
    context,
    accountPath,
    'Your password is changed. You are signed out everywhere else.',
  )
})

export default function PasswordPage() {
  const { proven } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  return (
    <AccountFrame current={accountPasswordPath}>
      <PasswordForm action={accountPasswordPath} title="Password" proven={proven} result={result} />
    </AccountFrame>
  )
}
