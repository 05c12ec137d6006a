import type { MetaFunction } from '@remix-run/node'
import { MailSentPage } from '~/features/accounts/mail-sent-page'
import { pageTitle } from '~/http/page-title'
import { passwordForgotPath } from '~/http/paths'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Check your email')

export default function ResetLinkSentPage() {
  return <MailSentPage then="then you choose a new password" again={passwordForgotPath} />
}
