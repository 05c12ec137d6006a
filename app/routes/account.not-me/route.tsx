import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { countAttempt } from '~/auth/attempts.server'
import { readVisit } from '~/auth/visit.server'
import { sendResetLink } from '~/features/accounts/mail-links.server'
import { NotMeForm } from '~/features/security/not-me-form'
import { reportNotice } from '~/features/security/reports.server'
import { publicAction, publicLoader, type Asked } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { passwordForgotPath, passwordForgotSentPath } from '~/http/paths'
import { seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'
import { notFound } from '~/lib/errors'
import { readUuid } from '~/lib/uuid'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'This was not me')

function readNoticeId({ url }: Asked): string {
  const id = readUuid(url.searchParams.get('notice'))
  if (!id) throw notFound()
  return id
}

/** Looks the same for every id: whether there is such a notice is told to nobody. */
export const loader = publicLoader(async (asked) => ({ noticeId: readNoticeId(asked) }))

export const action = publicAction(async (asked) => {
  const { request, context } = asked
  const noticeId = readNoticeId(asked)
  const visit = readVisit(context, request)
  await countAttempt(context, visit, 'reset', noticeId)
  const address = await reportNotice(context, visit, noticeId)
  if (!address) throw notFound()
  const byMail = address.includes('@')
  if (byMail) await sendResetLink(context.env, address)
  context.session.forget()
  return seeOtherWith(
    context,
    byMail ? passwordForgotSentPath : passwordForgotPath,
    'Your account is signed out everywhere, and our security team is told.',
  )
})

export default function NotMePage() {
  return <NotMeForm {...useLoaderData<typeof loader>()} />
}
