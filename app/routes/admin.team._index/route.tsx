import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getTeam, revokeInvitation, sendInvitationAgain } from '~/features/team/team.server'
import { TeamPage } from '~/features/team/team-page'
import { readForm } from '~/forms/read-form.server'
import { readIntent } from '~/forms/read-intent'
import { adminAction, adminLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { teamPath } from '~/http/desk-paths'
import { readerClock } from '~/http/reader-clock'
import { seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'
import { notFound } from '~/lib/errors'
import { readUuid } from '~/lib/uuid'

export const handle: Handle = { tier: 'app', frame: 'desk' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Team', 'Desk')

export const loader = adminLoader(async ({ context, viewer }) => {
  const team = await getTeam(context.session.supabase)
  return { ...team, clock: readerClock(context.now(), viewer) }
})

export const action = adminAction(async ({ request, context }) => {
  const { supabase } = context.session
  const fields = await readForm(request)
  const intent = readIntent(fields, ['again', 'revoke'])
  const id = readUuid(fields.get('id'))
  if (!id) throw notFound()
  if (intent === 'again') {
    await sendInvitationAgain(supabase, id)
    return seeOtherWith(context, teamPath, 'The invitation is on its way again.')
  }
  await revokeInvitation(supabase, id)
  return seeOtherWith(context, teamPath, 'The invitation is taken back.')
})

export default function TeamRoute() {
  return <TeamPage {...useLoaderData<typeof loader>()} />
}
