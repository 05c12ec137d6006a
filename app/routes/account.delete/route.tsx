import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { hasProof, spendProof } from '~/auth/step-up.server'
import { readVisit } from '~/auth/visit.server'
import { AccountFrame } from '~/features/accounts/account-frame'
import { currentSchema } from '~/features/accounts/account.schema'
import { deleteAccount } from '~/features/accounts/accounts.server'
import { DeleteForm } from '~/features/accounts/delete-form'
import { stepUp } from '~/features/accounts/step-up.server'
import { readForm } from '~/forms/read-form.server'
import { readIntent } from '~/forms/read-intent'
import { parseSubmission, unprocessable } from '~/forms/submission.server'
import { customerAction, customerLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { accountDeletePath, loginPath } from '~/http/paths'
import { seeOther, seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Delete account')

export const loader = customerLoader(async ({ viewer, context }) => ({
  proven: hasProof(context, viewer),
}))

export const action = customerAction(async ({ request, viewer, context }) => {
  const fields = await readForm(request)
  const intent = readIntent(fields, ['prove', 'delete'])
  const submission = parseSubmission(fields, currentSchema)
  if (submission.status !== 'success') return unprocessable(context, submission)
  const visit = readVisit(context, request)
  const notThem = await stepUp(context, visit, viewer, submission.value.current)
  if (notThem) return unprocessable(context, submission, { current: [notThem] })
  if (intent === 'prove') return seeOther(accountDeletePath)
  const refused = await deleteAccount(context.session.supabase)
  if (refused) return unprocessable(context, submission, { '': [refused] })
  spendProof(context)
  context.session.forget()
  return seeOtherWith(context, loginPath, 'Your account is deleted.')
})

export default function DeleteAccountPage() {
  const { proven } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  return (
    <AccountFrame current={accountDeletePath}>
      <DeleteForm proven={proven} result={result} />
    </AccountFrame>
  )
}
