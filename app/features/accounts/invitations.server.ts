import { notFound, unavailable } from '~/lib/errors'
import type { Env } from '~/platform/env.server'
import { serviceClient } from '~/platform/service.server'
import { unwrap } from '~/platform/supabase.server'
import type { Invitation } from './invitation'

type NewMember = { email: string; name: string; password: string }

/** @param key from the link of the mail, which only its reader knows; null for no invitation */
export async function findInvitation(env: Env, key: string): Promise<Invitation | null> {
  const answer = await serviceClient(env).rpc('find_invitation', { key })
  return unwrap(answer) as unknown as Invitation | null
}

/**
 * Takes the owner of the invited address into the team, once.
 * @param name of somebody whose account was made just now
 * @throws Problem `not-found` for a link that does not work any more, `conflict` for a suspended account
 */
export async function acceptInvitation(env: Env, key: string, name?: string): Promise<void> {
  unwrap(await serviceClient(env).rpc('accept_invitation', { key, name }))
}

/**
 * Makes the account of somebody who came with the link of an invitation: the mail has shown that the
 * address is theirs. An account that a stranger made with it and never confirmed becomes theirs too.
 */
export async function makeInvitedAccount(env: Env, { email, name, password }: NewMember) {
  const { admin } = serviceClient(env).auth
  const rest = { password, email_confirm: true, user_metadata: { name } }
  const { error } = await admin.createUser({ email, ...rest })
  if (!error) return
  if (error.code !== 'email_exists') throw unavailable(error)
  const id = unwrap(await serviceClient(env).rpc('find_person', { email })) as string | null
  if (!id) throw notFound()
  const changed = await admin.updateUserById(id, rest)
  if (changed.error) throw unavailable(changed.error)
}
