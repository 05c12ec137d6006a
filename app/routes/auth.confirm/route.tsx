import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CONFIRM_TYPES, confirmLink, type ConfirmType } from '~/features/accounts/accounts.server'
import { ConfirmForm } from '~/features/accounts/confirm-form'
import { readForm } from '~/forms/read-form.server'
import { publicAction, publicLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { ticketsPath } from '~/http/paths'
import { seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Confirm your email address')

type Link = { tokenHash: string; type: ConfirmType }

/** The parts of a mail link, or null for one that no mail of ours carries. */
function readLink(tokenHash: unknown, type: unknown): Link | null {
  const known = CONFIRM_TYPES.find((name) => name === type)
  if (!known || typeof tokenHash !== 'string' || !/^[\w-]{20,200}$/.test(tokenHash)) return null
  return { tokenHash, type: known }
}

/** Looking at the link uses nothing up: programs that check mails open it too. */
export const loader = publicLoader(async ({ url }) => {
  const link = readLink(url.searchParams.get('token_hash'), url.searchParams.get('type'))
  return data({ link }, { status: link ? 200 : 400 })
})

export const action = publicAction(async ({ request, context }) => {
  const fields = await readForm(request)
  const link = readLink(fields.get('token_hash'), fields.get('type'))
  if (link && (await confirmLink(context.session.supabase, link.tokenHash, link.type))) {
    return seeOtherWith(
      context,
      ticketsPath,
      'Your email address is confirmed and you are signed in.',
    )
  }
  context.page.problem = true
  return data({ used: true }, { status: 400 })
})

export default function ConfirmPage() {
  const { link } = useLoaderData<typeof loader>()
  const used = useActionData<typeof action>()?.used ?? false
  return <ConfirmForm link={used ? null : link} />
}
