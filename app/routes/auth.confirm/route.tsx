import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { SignInMethod } from '~/auth/security-event'
import { rememberProof } from '~/auth/step-up.server'
import { readVisit } from '~/auth/visit.server'
import { confirmLink, type Confirmed } from '~/features/accounts/accounts.server'
import { discardPassword } from '~/features/accounts/passwords.server'
import { madeHere } from '~/features/accounts/sign-up-mark.server'
import { ConfirmForm, confirmTitle } from '~/features/accounts/confirm-form'
import { CONFIRM_TYPES, type ConfirmType } from '~/features/accounts/confirm-type'
import { recordSignIn } from '~/features/security/sign-ins.server'
import { readForm } from '~/forms/read-form.server'
import type { RequestContext } from '~/http/context'
import { publicAction, publicLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { accountPath, halfConfirmedPath, passwordResetPath, ticketsPath } from '~/http/paths'
import { seeOther, seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, confirmTitle(data ?? NO_LINK))

const NO_LINK = { link: null, half: false }

type Link = { tokenHash: string; type: ConfirmType }

/** The parts of a mail link, or null for one that no mail of ours carries. */
function readLink(tokenHash: unknown, type: unknown): Link | null {
  const known = CONFIRM_TYPES.find((name) => name === type)
  if (!known || typeof tokenHash !== 'string' || !/^[\w-]{20,200}$/.test(tokenHash)) return null
  return { tokenHash, type: known }
}

/** Looking at the link uses nothing up: programs that check mails open it too. */
export const loader = publicLoader(async ({ url }) => {
  if (url.searchParams.has('half')) return data({ link: null, half: true }, { status: 200 })
  const link = readLink(url.searchParams.get('token_hash'), url.searchParams.get('type'))
  return data({ link, half: false }, { status: link ? 200 : 400 })
})

export const action = publicAction(async ({ request, context }) => {
  const fields = await readForm(request)
  const link = readLink(fields.get('token_hash'), fields.get('type'))
  const outcome = link ? await follow(context, request, link) : 'refused'
  if (!link || outcome === 'refused') {
    context.page.problem = true
    return data({ used: true }, { status: 400 })
  }
  // Its own page: the browser of the other mailbox need not be signed in.
  if (outcome === 'half') return seeOther(halfConfirmedPath)
  if (outcome === 'choose-password') {
    return seeOtherWith(context, passwordResetPath, CHOOSE, 'info')
  }
  const to = link.type === 'email_change' ? accountPath : ticketsPath
  return seeOtherWith(context, to, DONE[link.type])
})

const CHOOSE =
  'It is your address. Choose a password, here and now, to be sure that nobody else knows it.'

const DONE: Record<ConfirmType, string> = {
  signup: 'Your email address is confirmed and you are signed in.',
  invite: 'Your email address is confirmed and you are signed in.',
  magiclink: 'You are signed in.',
  email_change: 'The email address of your account is changed.',
  recovery: 'You are signed in.',
}

const METHOD: Record<ConfirmType, SignInMethod> = {
  signup: 'confirmation',
  invite: 'confirmation',
  magiclink: 'mail',
  email_change: 'mail',
  recovery: 'recovery',
}

type Outcome = 'done' | 'choose-password' | 'half' | 'refused'

/** Uses the link up, and writes down the sign-in that it is. */
async function follow(context: RequestContext, request: Request, link: Link): Promise<Outcome> {
  const answer: { confirmed: Confirmed } = { confirmed: { state: 'none' } }
  await context.session.begin(async (supabase) => {
    answer.confirmed = await confirmLink(supabase, link.tokenHash, link.type)
    return answer.confirmed.state === 'whole'
  })
  const { confirmed } = answer
  if (confirmed.state !== 'whole') return confirmed.state === 'half' ? 'half' : 'refused'
  const viewer = await recordSignIn(context, readVisit(context, request), METHOD[link.type])
  if (!viewer) return 'refused'
  const strangers = link.type === 'signup' && !madeHere(context, confirmed.mark)
  if (strangers) await discardPassword(context.session.supabase)
  if (!strangers && link.type !== 'recovery') return 'done'
  // Whoever reads the mail of the account may choose its password without knowing the old one.
  rememberProof(context, viewer)
  return 'choose-password'
}

export default function ConfirmPage() {
  const found = useLoaderData<typeof loader>()
  const used = useActionData<typeof action>()?.used ?? false
  return <ConfirmForm {...(used ? NO_LINK : found)} />
}
