import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { hasProof } from '~/auth/step-up.server'
import { readVisit } from '~/auth/visit.server'
import { currentSchema } from '~/features/accounts/account.schema'
import { StepUpField } from '~/features/accounts/step-up-field'
import { stepUp } from '~/features/accounts/step-up.server'
import { DeactivateForm } from '~/features/team/deactivate-form'
import { deactivateMember, getMember } from '~/features/team/team.server'
import { formState } from '~/forms/form-state'
import { readForm } from '~/forms/read-form.server'
import { parseSubmission, unprocessable } from '~/forms/submission.server'
import { adminAction, adminLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { memberDeactivatePath, teamPath } from '~/http/desk-paths'
import { seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app', frame: 'desk' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Deactivate a member', 'Desk')

export const loader = adminLoader(async ({ context, viewer, params }) => ({
  member: await getMember(context.session.supabase, params.id),
  proven: hasProof(context, viewer),
}))

export const action = adminAction(async ({ request, context, viewer, params }) => {
  const { supabase } = context.session
  const member = await getMember(supabase, params.id)
  const submission = parseSubmission(await readForm(request), currentSchema)
  if (submission.status !== 'success') return unprocessable(context, submission)
  const { current } = submission.value
  const notThem = await stepUp(context, readVisit(context, request), viewer, current)
  if (notThem) return unprocessable(context, submission, { current: [notThem] })
  const refused = await deactivateMember(supabase, member.id)
  if (refused) return unprocessable(context, submission, { '': [refused] })
  return seeOtherWith(context, teamPath, `${member.name} is deactivated and signed out.`)
})

export default function DeactivatePage() {
  const { member, proven } = useLoaderData<typeof loader>()
  const form = formState(['current'], useActionData<typeof action>()?.result)
  const here = memberDeactivatePath(member.id)
  return (
    <DeactivateForm member={member} errors={form.errors}>
      <StepUpField {...form.field('current')} proven={proven} here={here} />
    </DeactivateForm>
  )
}
