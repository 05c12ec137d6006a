import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { hasProof } from '~/auth/step-up.server'
import { readVisit } from '~/auth/visit.server'
import { StepUpField } from '~/features/accounts/step-up-field'
import { stepUp } from '~/features/accounts/step-up.server'
import { MemberPage } from '~/features/team/member-page'
import { roleSchema } from '~/features/team/team.schema'
import { changeRole, getMember } from '~/features/team/team.server'
import { formState } from '~/forms/form-state'
import { readForm } from '~/forms/read-form.server'
import { parseSubmission, unprocessable } from '~/forms/submission.server'
import { adminAction, adminLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { memberPath, queuePath, teamPath } from '~/http/desk-paths'
import { ticketsPath } from '~/http/paths'
import { seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app', frame: 'desk' }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.member.name ?? 'Page not found', 'Desk')

export const loader = adminLoader(async ({ context, viewer, params }) => {
  const member = await getMember(context.session.supabase, params.id)
  return { member, own: member.id === viewer.id, proven: hasProof(context, viewer) }
})

/** Where an admin goes on whose own role has just changed. */
const OWN_NEXT = { admin: teamPath, agent: queuePath, customer: ticketsPath }

export const action = adminAction(async ({ request, context, viewer, params }) => {
  const { supabase } = context.session
  const member = await getMember(supabase, params.id)
  const submission = parseSubmission(await readForm(request), roleSchema)
  if (submission.status !== 'success') return unprocessable(context, submission)
  const { role, current } = submission.value
  const notThem = await stepUp(context, readVisit(context, request), viewer, current)
  if (notThem) return unprocessable(context, submission, { current: [notThem] })
  const refused = await changeRole(supabase, member.id, role)
  if (refused) return unprocessable(context, submission, { role: [refused] })
  const next = member.id === viewer.id ? OWN_NEXT[role] : teamPath
  return seeOtherWith(context, next, 'The role is saved.')
})

export default function MemberRoute() {
  const { member, own, proven } = useLoaderData<typeof loader>()
  const form = formState(['current', 'role'], useActionData<typeof action>()?.result, {
    role: member.role,
  })
  return (
    <MemberPage member={member} own={own} form={form}>
      <StepUpField {...form.field('current')} proven={proven} here={memberPath(member.id)} />
    </MemberPage>
  )
}
