import type { MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { countAttempt } from '~/auth/attempts.server'
import { findPerson, recordEvent } from '~/auth/record-event.server'
import { atLeast } from '~/auth/time-floor.server'
import { readVisit } from '~/auth/visit.server'
import { emailSchema } from '~/features/accounts/account.schema'
import { EmailRequestForm } from '~/features/accounts/email-request-form'
import { sendResetLink } from '~/features/accounts/mail-links.server'
import { readForm } from '~/forms/read-form.server'
import { parseSubmission, unprocessable } from '~/forms/submission.server'
import type { RequestContext } from '~/http/context'
import { publicAction } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { loginPath, magicLinkPath, passwordForgotPath, passwordForgotSentPath } from '~/http/paths'
import { seeOther } from '~/http/responses.server'
import type { Handle } from '~/http/tier'
import { Link } from '~/ui/link'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Forgot your password?')

export const action = publicAction(async ({ request, context }) => {
  const submission = parseSubmission(await readForm(request), emailSchema)
  if (submission.status !== 'success') return unprocessable(context, submission)
  await atLeast(startReset(context, request, submission.value.email))
  return seeOther(passwordForgotSentPath)
})

async function startReset(context: RequestContext, request: Request, email: string) {
  const visit = readVisit(context, request)
  await countAttempt(context, visit, 'reset', email)
  const [personId] = await Promise.all([
    findPerson(context, { email }),
    sendResetLink(context.env, email),
  ])
  if (personId) await recordEvent(context, visit, { kind: 'password_reset_asked', personId })
}

export default function ForgotPasswordPage() {
  return (
    <EmailRequestForm
      action={passwordForgotPath}
      title="Forgot your password?"
      hint="We send a link to it, with which you choose a new password."
      result={useActionData<typeof action>()?.result}
    >
      You remember it? <Link to={loginPath}>Sign in</Link>. Or get{' '}
      <Link to={magicLinkPath}>a link that signs you in</Link> without a password.
    </EmailRequestForm>
  )
}
