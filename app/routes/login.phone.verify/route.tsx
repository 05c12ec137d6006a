import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { countAttempt } from '~/auth/attempts.server'
import { forgetPhone, keptPhone } from '~/auth/phone-in-progress.server'
import { atLeast } from '~/auth/time-floor.server'
import { readVisit } from '~/auth/visit.server'
import { codeSchema } from '~/features/accounts/account.schema'
import { CodeForm } from '~/features/accounts/code-form'
import { signInWithSmsCode } from '~/features/accounts/codes.server'
import { recordFailedSignIn, recordSignIn } from '~/features/security/sign-ins.server'
import { readForm } from '~/forms/read-form.server'
import { parseSubmission, unprocessable } from '~/forms/submission.server'
import type { RequestContext } from '~/http/context'
import { publicAction, publicLoader, type Asked } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { phoneLoginPath, phoneVerifyPath, ticketsPath } from '~/http/paths'
import { seeOther } from '~/http/responses.server'
import type { Handle } from '~/http/tier'
import { HelpFrame } from '~/ui/help-frame'
import { Link } from '~/ui/link'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Enter the code')

function requirePhone({ context }: Asked): string {
  const phone = keptPhone(context)
  if (!phone) throw redirect(phoneLoginPath)
  return phone
}

export const loader = publicLoader(async (asked) => ({ phone: requirePhone(asked) }))

export const action = publicAction(async (asked) => {
  const { request, context } = asked
  const phone = requirePhone(asked)
  const submission = parseSubmission(await readForm(request), codeSchema)
  if (submission.status !== 'success') return unprocessable(context, submission)
  if (!(await atLeast(enter(context, request, phone, submission.value.code)))) {
    return unprocessable(context, submission, {
      code: ['This code is not right, or it is older than ten minutes'],
    })
  }
  forgetPhone(context)
  return seeOther(ticketsPath)
})

async function enter(context: RequestContext, request: Request, phone: string, code: string) {
  const visit = readVisit(context, request)
  await countAttempt(context, visit, 'code', phone)
  if (await context.session.begin((supabase) => signInWithSmsCode(supabase, phone, code))) {
    return (await recordSignIn(context, visit, 'sms')) !== null
  }
  await recordFailedSignIn(context, visit, { phone })
  return false
}

export default function EnterCodePage() {
  const { phone } = useLoaderData<typeof loader>()
  return (
    <HelpFrame current="account">
      <CodeForm
        action={phoneVerifyPath}
        title="Enter the code"
        hint={`The six digits of the message to ${phone}, if there is an account with it.`}
        button="Sign in"
        result={useActionData<typeof action>()?.result}
      />
      <p className="small muted after-list">
        No message after a minute? <Link to={phoneLoginPath}>Check the number</Link>.
      </p>
    </HelpFrame>
  )
}
