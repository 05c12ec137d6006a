import type { MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { countAttempt } from '~/auth/attempts.server'
import { keepPhone } from '~/auth/phone-in-progress.server'
import { atLeast } from '~/auth/time-floor.server'
import { readVisit } from '~/auth/visit.server'
import { phoneSchema } from '~/features/accounts/account.schema'
import { sendSmsCode } from '~/features/accounts/codes.server'
import { PhoneForm } from '~/features/accounts/phone-form'
import { readForm } from '~/forms/read-form.server'
import { parseSubmission, unprocessable } from '~/forms/submission.server'
import { publicAction } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { phoneVerifyPath } from '~/http/paths'
import { seeOther } from '~/http/responses.server'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Sign in by phone')

export const action = publicAction(async ({ request, context }) => {
  const submission = parseSubmission(await readForm(request), phoneSchema)
  if (submission.status !== 'success') return unprocessable(context, submission)
  const { phone } = submission.value
  async function send() {
    await countAttempt(context, readVisit(context, request), 'sms', phone)
    await sendSmsCode(context.env, phone)
  }
  await atLeast(send())
  keepPhone(context, phone)
  return seeOther(phoneVerifyPath)
})

export default function PhonePage() {
  return <PhoneForm result={useActionData<typeof action>()?.result} />
}
