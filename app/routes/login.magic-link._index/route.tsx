import type { MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { countAttempt } from '~/auth/attempts.server'
import { atLeast } from '~/auth/time-floor.server'
import { readVisit } from '~/auth/visit.server'
import { emailSchema } from '~/features/accounts/account.schema'
import { EmailRequestForm } from '~/features/accounts/email-request-form'
import { sendMagicLink } from '~/features/accounts/mail-links.server'
import { readForm } from '~/forms/read-form.server'
import { parseSubmission, unprocessable } from '~/forms/submission.server'
import { publicAction } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { loginPath, magicLinkPath, magicLinkSentPath, signupPath } from '~/http/paths'
import { seeOther } from '~/http/responses.server'
import type { Handle } from '~/http/tier'
import { Link } from '~/ui/link'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Sign in without a password')

export const action = publicAction(async ({ request, context }) => {
  const submission = parseSubmission(await readForm(request), emailSchema)
  if (submission.status !== 'success') return unprocessable(context, submission)
  const { email } = submission.value
  async function send() {
    await countAttempt(context, readVisit(context, request), 'magic-link', email)
    await sendMagicLink(context.env, email)
  }
  await atLeast(send())
  return seeOther(magicLinkSentPath)
})

export default function MagicLinkPage() {
  return (
    <EmailRequestForm
      action={magicLinkPath}
      title="Sign in without a password"
      hint="We send a link to it that signs you in."
      result={useActionData<typeof action>()?.result}
    >
      <Link to={loginPath}>Sign in with a password</Link>, or{' '}
      <Link to={signupPath}>create an account</Link>: a link alone does not make one.
    </EmailRequestForm>
  )
}
