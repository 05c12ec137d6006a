import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { SignInMethod } from '~/auth/security-event'
import { rememberProof } from '~/auth/step-up.server'
import { readVisit } from '~/auth/visit.server'
import { confirmLink, type Confirmed } from '~/features/accounts/accounts.server'
import { ConfirmForm, confirmTitle } from '~/features/accounts/confirm-form'
import { CONFIRM_TYPES, type ConfirmType } from '~/features/accounts/confirm-type'
import { recordSignIn } from '~/features/security/sign-ins.server'
import { readForm } from '~/forms/read-form.server'
import type { RequestContext } from '~/http/context'
import { publicAction, publicLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { accountPath, passwordResetPath, ticketsPath } from '~/http/paths'
import { seeOther, seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, confirmTitle(data?.link ?? null))

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
  const confirmed = link ? await follow(context, request, link) : 'none'
  if (!link || confirmed === 'none') {
    context.page.problem = true
    return data({ used: true }, { status: 400 })
  }
  if (confirmed === 'half') return seeOtherWith(context, accountPath, HALF, 'info')
  if (link.type === 'recovery') return seeOther(passwordResetPath)
  return seeOtherWith(
    context,
    link.type === 'email_change' ? accountPath : ticketsPath,
    DONE[link.type],
  )
})

const HALF = 'One of two is confirmed. Now open the link in the mail to the other address.'

const DONE: Record<Exclude<ConfirmType, 'recovery'>, string> = {
  signup: 'Your email address is confirmed and you are signed in.',
  invite: 'Your email address is confirmed and you are signed in.',
  magiclink: 'You are signed in.',
  email_change: 'The email address of your account is changed.',
}

const METHOD: Record<ConfirmType, SignInMethod> = {
  signup: 'confirmation',
  invite: 'confirmation',
  magiclink: 'mail',
  email_change: 'mail',
  recovery: 'recovery',
}

/** Uses the link up, and writes down the sign-in that it is. */
async function follow(context: RequestContext, request: Request, link: Link): Promise<Confirmed> {
  let confirmed: Confirmed = 'none'
  const begun = await context.session.begin(async (supabase) => {
    confirmed = await confirmLink(supabase, link.tokenHash, link.type)
    return confirmed === 'whole'
  })
  if (!begun) return confirmed
  const viewer = await recordSignIn(context, readVisit(context, request), METHOD[link.type])
  if (!viewer) return 'none'
  // Whoever reads the mail of the account may choose its password without knowing the old one.
  if (link.type === 'recovery') rememberProof(context, viewer)
  return 'whole'
}

export default function ConfirmPage() {
  const { link } = useLoaderData<typeof loader>()
  const used = useActionData<typeof action>()?.used ?? false
  return <ConfirmForm link={used ? null : link} />
}
