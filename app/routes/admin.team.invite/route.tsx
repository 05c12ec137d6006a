import { randomUUID } from 'node:crypto'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { countAttempt } from '~/auth/attempts.server'
import { hasProof } from '~/auth/step-up.server'
import { readVisit } from '~/auth/visit.server'
import { StepUpField } from '~/features/accounts/step-up-field'
import { stepUp } from '~/features/accounts/step-up.server'
import { InviteForm } from '~/features/team/invite-form'
import { inviteSchema } from '~/features/team/team.schema'
import { inviteToTeam } from '~/features/team/team.server'
import { formState } from '~/forms/form-state'
import { readForm } from '~/forms/read-form.server'
import { parseSubmission, unprocessable } from '~/forms/submission.server'
import { adminAction, adminLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { teamInvitePath, teamPath } from '~/http/desk-paths'
import { seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app', frame: 'desk' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Invite somebody', 'Desk')

export const loader = adminLoader(async ({ context, viewer }) => ({
  id: randomUUID(),
  proven: hasProof(context, viewer),
}))

export const action = adminAction(async ({ request, context, viewer }) => {
  const submission = parseSubmission(await readForm(request), inviteSchema)
  if (submission.status !== 'success') return unprocessable(context, submission)
  const { current, ...invitee } = submission.value
  const visit = readVisit(context, request)
  const notThem = await stepUp(context, visit, viewer, current)
  if (notThem) return unprocessable(context, submission, { current: [notThem] })
  await countAttempt(context, visit, 'magic-link', invitee.email)
  const refused = await inviteToTeam(context.session.supabase, invitee)
  if (refused) return unprocessable(context, submission, { email: [refused] })
  return seeOtherWith(context, teamPath, `The invitation to ${invitee.email} is on its way.`)
})

export default function InvitePage() {
  const { id, proven } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  const form = formState(['current', 'email', 'role', 'id'], result, { id })
  return (
    <InviteForm form={form}>
      <StepUpField {...form.field('current')} proven={proven} here={teamInvitePath} />
    </InviteForm>
  )
}
