import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { recordEvent } from '~/auth/record-event.server'
import { hasProof } from '~/auth/step-up.server'
import { readVisit } from '~/auth/visit.server'
import { AccountFrame } from '~/features/accounts/account-frame'
import { currentSchema } from '~/features/accounts/account.schema'
import { ExportForm } from '~/features/accounts/export-form'
import { stepUp } from '~/features/accounts/step-up.server'
import { readForm } from '~/forms/read-form.server'
import { parseSubmission, unprocessable } from '~/forms/submission.server'
import { customerAction, customerLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { accountExportFilePath, accountExportPath } from '~/http/paths'
import { seeOther } from '~/http/responses.server'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Export')

export const loader = customerLoader(async ({ viewer, context }) => ({
  proven: hasProof(context, viewer),
}))

/** Writes down that a copy is taken; the file itself is a GET, so that the page stays. */
export const action = customerAction(async ({ request, viewer, context }) => {
  const submission = parseSubmission(await readForm(request), currentSchema)
  if (submission.status !== 'success') return unprocessable(context, submission)
  const visit = readVisit(context, request)
  const notThem = await stepUp(context, visit, viewer, submission.value.current)
  if (notThem) return unprocessable(context, submission, { current: [notThem] })
  await recordEvent(context, visit, { kind: 'export_taken', personId: viewer.id })
  return seeOther(accountExportFilePath)
})

export default function ExportPage() {
  const { proven } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  return (
    <AccountFrame current={accountExportPath}>
      <ExportForm proven={proven} result={result} />
    </AccountFrame>
  )
}
