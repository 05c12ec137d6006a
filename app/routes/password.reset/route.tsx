import type { MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { recordEvent } from '~/auth/record-event.server'
import { hasProof, spendProof } from '~/auth/step-up.server'
import { readVisit } from '~/auth/visit.server'
import { newPasswordSchema } from '~/features/accounts/account.schema'
import { PasswordForm } from '~/features/accounts/password-form'
import { changePassword } from '~/features/accounts/passwords.server'
import { readForm } from '~/forms/read-form.server'
import { parseSubmission, unprocessable } from '~/forms/submission.server'
import { publicAction, publicLoader, type Asked } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { passwordForgotPath, passwordResetPath, ticketsPath } from '~/http/paths'
import { seeOther, seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'
import { HelpFrame } from '~/ui/help-frame'
import { KeptFlash } from '~/ui/kept-flash'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Choose a new password')

/** Only who has just come through the link of a mail may choose a password without knowing the old one. */
async function requireProof({ context }: Asked) {
  const viewer = await context.viewer()
  if (!viewer || !hasProof(context, viewer)) throw seeOther(passwordForgotPath)
  return viewer
}

export const loader = publicLoader(async (asked) => {
  await requireProof(asked)
  return null
})

export const action = publicAction(async (asked) => {
  const { request, context } = asked
  const viewer = await requireProof(asked)
  const submission = parseSubmission(await readForm(request), newPasswordSchema)
  if (submission.status !== 'success') return unprocessable(context, submission)
  const { supabase } = context.session
  const refused = await changePassword(supabase, viewer, submission.value.password)
  if (refused) return unprocessable(context, submission, { password: [refused] })
  spendProof(context)
  const visit = readVisit(context, request)
  await recordEvent(context, visit, { kind: 'password_changed', personId: viewer.id })
  return seeOtherWith(context, ticketsPath, 'Your password is changed and you are signed in.')
})

export default function ResetPasswordPage() {
  const result = useActionData<typeof action>()?.result
  return (
    <HelpFrame current="account">
      <KeptFlash />
      <PasswordForm
        action={passwordResetPath}
        title="Choose a new password"
        proven
        result={result}
      />
    </HelpFrame>
  )
}
