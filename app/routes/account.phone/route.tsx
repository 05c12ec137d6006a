import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { countAttempt } from '~/auth/attempts.server'
import { hasProof } from '~/auth/step-up.server'
import { readVisit } from '~/auth/visit.server'
import { AccountFrame } from '~/features/accounts/account-frame'
import { changePhoneSchema, codeSchema } from '~/features/accounts/account.schema'
import { CodeForm } from '~/features/accounts/code-form'
import { ContactForm } from '~/features/accounts/contact-form'
import { askForPhone, confirmPhone, findPendingContact } from '~/features/accounts/profile.server'
import { stepUp } from '~/features/accounts/step-up.server'
import { recordSignIn } from '~/features/security/sign-ins.server'
import { readForm } from '~/forms/read-form.server'
import { readIntent } from '~/forms/read-intent'
import { parseSubmission, unprocessable } from '~/forms/submission.server'
import { customerAction, customerLoader, type AskedBy } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { accountPath, accountPhonePath, phoneCodePath } from '~/http/paths'
import { seeOther, seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Phone number')

export const loader = customerLoader(async ({ viewer, url, context }) => {
  const proven = hasProof(context, viewer)
  if (url.searchParams.get('step') !== 'code') return { proven, pending: null }
  const { phone } = await findPendingContact(context.session.supabase)
  if (!phone) throw redirect(accountPath)
  return { proven, pending: phone }
})

export const action = customerAction(async (asked) => {
  const fields = await readForm(asked.request)
  return readIntent(fields, ['ask', 'check']) === 'ask' ? ask(asked, fields) : check(asked, fields)
})

async function ask({ request, viewer, context }: AskedBy, fields: FormData) {
  const submission = parseSubmission(fields, changePhoneSchema)
  if (submission.status !== 'success') return unprocessable(context, submission)
  const { current, phone } = submission.value
  if (phone === `+${viewer.phone}`) {
    return unprocessable(context, submission, { phone: ['This is the phone number that you have'] })
  }
  const visit = readVisit(context, request)
  const notThem = await stepUp(context, visit, viewer, current)
  if (notThem) return unprocessable(context, submission, { current: [notThem] })
  await countAttempt(context, visit, 'sms', phone)
  await askForPhone(context.session.supabase, phone)
  return seeOther(phoneCodePath)
}

async function check({ request, viewer, context }: AskedBy, fields: FormData) {
  const submission = parseSubmission(fields, codeSchema)
  if (submission.status !== 'success') return unprocessable(context, submission)
  const visit = readVisit(context, request)
  await countAttempt(context, visit, 'code', viewer.id)
  const { phone } = await findPendingContact(context.session.supabase)
  const { code } = submission.value
  const changed = await context.session.begin((supabase) =>
    confirmPhone(supabase, phone ?? '', code),
  )
  if (!changed) {
    return unprocessable(context, submission, { code: ['This code is not right, or too old'] })
  }
  await recordSignIn(context, visit, 'sms')
  return seeOtherWith(
    context,
    accountPath,
    'Your phone number is changed. You can sign in with it.',
  )
}

export default function PhonePage() {
  const { proven, pending } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  return (
    <AccountFrame current={accountPath}>
      {pending ? (
        <CodeForm
          action={phoneCodePath}
          title="Phone number"
          hint={`The six digits in the message to ${pending}.`}
          button="Confirm the number"
          result={result}
        />
      ) : (
        <ContactForm
          kind="phone"
          action={accountPhonePath}
          title="Phone number"
          proven={proven}
          result={result}
        >
          We send a code to it by SMS. After that you can sign in with it.
        </ContactForm>
      )}
    </AccountFrame>
  )
}
