import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { countAttempt } from '~/auth/attempts.server'
import { rememberProof } from '~/auth/step-up.server'
import { readVisit } from '~/auth/visit.server'
import { AccountFrame } from '~/features/accounts/account-frame'
import { codeSchema } from '~/features/accounts/account.schema'
import { CodeForm } from '~/features/accounts/code-form'
import { isProofCode, sendProofCode } from '~/features/accounts/codes.server'
import { SendCodeForm } from '~/features/accounts/send-code-form'
import { readForm } from '~/forms/read-form.server'
import { readIntent } from '~/forms/read-intent'
import { parseSubmission, unprocessable } from '~/forms/submission.server'
import { customerAction, customerLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { accountPath, stepUpPathFor } from '~/http/paths'
import { seeOther } from '~/http/responses.server'
import { safeNext } from '~/http/safe-next'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Confirm that it is you')

export const loader = customerLoader(async ({ viewer, url }) => ({
  next: safeNext(url.searchParams.get('next'), accountPath),
  sent: url.searchParams.has('sent'),
  to: viewer.email ?? `+${viewer.phone}`,
}))

export const action = customerAction(async ({ request, viewer, url, context }) => {
  const fields = await readForm(request)
  const next = safeNext(url.searchParams.get('next'), accountPath)
  const visit = readVisit(context, request)
  if (readIntent(fields, ['check', 'send']) === 'send') {
    await countAttempt(context, visit, viewer.email ? 'magic-link' : 'sms', viewer.id)
    await sendProofCode(context.env, viewer)
    return seeOther(stepUpPathFor(next, 'sent'))
  }
  const submission = parseSubmission(fields, codeSchema)
  if (submission.status !== 'success') return unprocessable(context, submission)
  await countAttempt(context, visit, 'code', viewer.id)
  if (!(await isProofCode(context.env, viewer, submission.value.code))) {
    return unprocessable(context, submission, { code: ['This code is not right, or too old'] })
  }
  rememberProof(context, viewer)
  return seeOther(next)
})

export default function ConfirmIdentityPage() {
  const { next, sent, to } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  return (
    <AccountFrame current={accountPath}>
      {sent ? (
        <CodeForm
          action={stepUpPathFor(next, 'sent')}
          title="Confirm that it is you"
          hint={`The six digits in the message to ${to}.`}
          button="Continue"
          result={result}
        />
      ) : (
        <SendCodeForm action={stepUpPathFor(next)} to={to} />
      )}
    </AccountFrame>
  )
}
