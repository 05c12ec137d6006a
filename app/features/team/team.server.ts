import { isProblem, notFound } from '~/lib/errors'
import { readUuid } from '~/lib/uuid'
import { unwrap, type Supabase } from '~/platform/supabase.server'
import type { Member, Team } from './team'

/** Members and open invitations; for admins. @throws Problem `forbidden` for others */
export async function getTeam(supabase: Supabase): Promise<Team> {
  return unwrap(await supabase.rpc('team')) as unknown as Team
}

/** @throws Problem `not-found` for everybody who is not in the team */
export async function getMember(supabase: Supabase, id: string | undefined): Promise<Member> {
  const { members } = await getTeam(supabase)
  const member = members.find((one) => one.id === readUuid(id))
  if (!member) throw notFound()
  return member
}

type Invitee = { id: string; email: string; role: string }

/** Asks somebody into the team by mail; the same form twice sends one. @returns why not, or null */
export async function inviteToTeam(supabase: Supabase, invitee: Invitee): Promise<string | null> {
  return unlessConflict(
    async () => unwrap(await supabase.rpc('invite_to_team', invitee)),
    (message) =>
      message === 'invitations_member'
        ? 'This person is in the team already'
        : 'There is an invitation to this address already. Send that one again, or take it back first',
  )
}

/** With a new link, good for seven days; the older one stops working. */
export async function sendInvitationAgain(supabase: Supabase, id: string): Promise<void> {
  unwrap(await supabase.rpc('send_invitation_again', { id }))
}

export async function revokeInvitation(supabase: Supabase, id: string): Promise<void> {
  unwrap(await supabase.rpc('revoke_invitation', { id }))
}

const LAST_ADMIN = 'This is the only admin. Make somebody else an admin first'

/** Works from the member's next request on. @returns why not, or null */
export async function changeRole(
  supabase: Supabase,
  person_id: string,
  role: string,
): Promise<string | null> {
  return unlessConflict(
    async () => unwrap(await supabase.rpc('change_role', { person_id, role })),
    () => LAST_ADMIN,
  )
}

/** Out of the team and of the portal at once; open tickets go back to the queue. @returns why not, or null */
export async function deactivateMember(
  supabase: Supabase,
  person_id: string,
): Promise<string | null> {
  return unlessConflict(
    async () => unwrap(await supabase.rpc('deactivate_member', { person_id })),
    () => 'You cannot deactivate yourself. Another admin can',
  )
}

async function unlessConflict(
  work: () => Promise<unknown>,
  words: (message: string) => string,
): Promise<string | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (isProblem(error, 'conflict')) return words(error.message)
    throw error
  }
}
