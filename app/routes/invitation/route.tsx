import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { countAttempt } from '~/auth/attempts.server'
import { readVisit } from '~/auth/visit.server'
import { signUpSchema } from '~/features/accounts/account.schema'
import { signIn } from '~/features/accounts/accounts.server'
import type { Invitation } from '~/features/accounts/invitation'
import { InvitationPage, invitationTitle } from '~/features/accounts/invitation-page'
import {
  acceptInvitation,
  findInvitation,
  makeInvitedAccount,
} from '~/features/accounts/invitations.server'
import { weaknessOf } from '~/features/accounts/password-strength.server'
import { recordSignIn } from '~/features/security/sign-ins.server'
import type { FormFields } from '~/forms/read-form.server'
import { readForm } from '~/forms/read-form.server'
import { parseSubmission, unprocessable } from '~/forms/submission.server'
import { publicAction, publicLoader, type Asked } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { queuePath } from '~/http/desk-paths'
import { loginPathFor } from '~/http/paths'
import { seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'
import { readUuid } from '~/lib/uuid'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, invitationTitle(Boolean(data?.open)))

type Open = { linkKey: string; invitation: Invitation }

async function findOpen({ context, url }: Asked): Promise<Open | null> {
  const linkKey = readUuid(url.searchParams.get('key'))
  const invitation = linkKey && (await findInvitation(context.env, linkKey))
  return invitation && invitation.state === 'waiting' ? { linkKey, invitation } : null
}

/** Looking at the link uses nothing up: programs that check mails open it too. */
export const loader = publicLoader(async (asked) => {
  const open = await findOpen(asked)
  return data({ open }, { status: open ? 200 : 400 })
})

export const action = publicAction(async (asked) => {
  const { request, context } = asked
  const fields = await readForm(request)
  const open = await findOpen(asked)
  if (!open) return data({ result: undefined }, { status: 400 })
  await countAttempt(context, readVisit(context, request), 'reset', open.linkKey)
  return open.invitation.has_account ? joinWithAccount(asked, open) : joinAnew(asked, open, fields)
})

/** No session is begun: the link shows whose mailbox it is, and the account has its own proofs. */
async function joinWithAccount({ context }: Asked, { linkKey, invitation }: Open) {
  await acceptInvitation(context.env, linkKey)
  const viewer = await context.viewer()
  const signedIn = viewer?.email === invitation.email
  return signedIn
    ? seeOtherWith(context, queuePath, 'You are in the team.')
    : seeOtherWith(context, loginPathFor(queuePath), 'You are in the team. Sign in to begin.')
}

async function joinAnew({ request, context }: Asked, open: Open, fields: FormFields) {
  const { linkKey, invitation } = open
  const submission = parseSubmission(fields, signUpSchema.pick({ name: true, password: true }))
  if (submission.status !== 'success') return unprocessable(context, submission)
  const { name, password } = submission.value
  const { email } = invitation
  const weakness = weaknessOf(password, [name, email])
  if (weakness) return unprocessable(context, submission, { password: [weakness] })
  await makeInvitedAccount(context.env, { email, name, password })
  await acceptInvitation(context.env, linkKey, name)
  if (await context.session.begin((supabase) => signIn(supabase, { email, password }))) {
    await recordSignIn(context, readVisit(context, request), 'password')
  }
  return seeOtherWith(context, queuePath, 'You are in the team.')
}

export default function InvitationRoute() {
  const { open } = useLoaderData<typeof loader>()
  return <InvitationPage open={open} result={useActionData<typeof action>()?.result} />
}
