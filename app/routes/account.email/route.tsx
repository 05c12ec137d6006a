import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { countAttempt } from '~/auth/attempts.server'
import { recordEvent } from '~/auth/record-event.server'
import { hasProof } from '~/auth/step-up.server'
import { atLeast } from '~/auth/time-floor.server'
import { readVisit } from '~/auth/visit.server'
import { AccountFrame } from '~/features/accounts/account-frame'
import { changeEmailSchema } from '~/features/accounts/account.schema'
import { ContactForm } from '~/features/accounts/contact-form'
import { askForEmail } from '~/features/accounts/profile.server'
import { stepUp } from '~/features/accounts/step-up.server'
import { readForm } from '~/forms/read-form.server'
import { parseSubmission, unprocessable } from '~/forms/submission.server'
import { customerAction, customerLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { accountEmailPath, accountPath } from '~/http/paths'
import { seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Change email address')

export const loader = customerLoader(async ({ viewer, context }) => ({
  proven: hasProof(context, viewer),
}))

export const action = customerAction(async ({ request, viewer, context }) => {
  const submission = parseSubmission(await readForm(request), changeEmailSchema)
  if (submission.status !== 'success') return unprocessable(context, submission)
  const { current, email } = submission.value
  if (email.toLowerCase() === viewer.email?.toLowerCase()) {
    return unprocessable(context, submission, {
      email: ['This is the email address that you have'],
    })
  }
  const visit = readVisit(context, request)
  const notThem = await stepUp(context, visit, viewer, current)
  if (notThem) return unprocessable(context, submission, { current: [notThem] })
  await countAttempt(context, visit, 'reset', viewer.id)
  await atLeast(askForEmail(context.session.supabase, email))
  const detail = { after: email }
  await recordEvent(context, visit, { kind: 'email_change_asked', personId: viewer.id, detail })
  return seeOtherWith(
    context,
    accountPath,
    'Check your email: links to confirm the change are on their way.',
  )
})

export default function ChangeEmailPage() {
  const { proven } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  return (
    <AccountFrame current={accountPath}>
      <ContactForm
        kind="email"
        action={accountEmailPath}
        title="Change email address"
        proven={proven}
        result={result}
      >
        We send a link to the address you have and to the new one. Your address changes when they
        are used; until then you sign in with the one you have.
      </ContactForm>
    </AccountFrame>
  )
}
