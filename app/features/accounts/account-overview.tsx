import { SubmitButton } from '~/forms/submit-button'
import { queuePath, securityLogPath } from '~/http/desk-paths'
import {
  accountDetailsPath,
  accountEmailPath,
  accountPath,
  accountPhonePath,
  phoneCodePath,
  logoutPath,
} from '~/http/paths'
import { PORTAL_ZONE } from '~/http/reader-clock'
import { Flash } from '~/ui/flash'
import { Link } from '~/ui/link'
import { Properties } from '~/ui/properties'
import { Section } from '~/ui/section'
import { AccountFrame } from './account-frame'
import { emailChangeWords, type PendingContact } from './pending-contact'

type Props = {
  name: string
  email: string | null
  phone: string | null
  role: 'customer' | 'agent' | 'admin'
  timeZone: string | null
  pending: PendingContact
}

const ROLE: Record<Props['role'], string> = {
  customer: 'Customer',
  agent: 'Support agent',
  admin: 'Admin',
}

export function AccountOverview({ name, email, phone, role, timeZone, pending }: Props) {
  const items = [
    { name: 'Name', value: <bdi>{name}</bdi> },
    { name: 'Email', value: email ?? 'None' },
    { name: 'Phone', value: phone ? `+${phone}` : 'None' },
    { name: 'Time zone', value: timeZone ?? `${PORTAL_ZONE} (the portal’s own)` },
    { name: 'Role', value: ROLE[role] },
  ]
  return (
    <AccountFrame current={accountPath}>
      <h1 className="page-title">Account</h1>
      <Pending pending={pending} email={email} phone={phone} />
      <Section id="you" title="You" variant="flat">
        <Properties items={items} />
        <ul className="plain-links after-list">
          <li>
            <Link to={accountDetailsPath}>Change name or time zone</Link>
          </li>
          <li>
            <Link to={accountEmailPath}>Change email address</Link>
          </li>
          <li>
            <Link to={accountPhonePath}>
              {phone ? 'Change phone number' : 'Add a phone number'}
            </Link>
          </li>
          {role === 'admin' ? (
            <li>
              <Link to={securityLogPath}>Open the security log</Link>
            </li>
          ) : null}
          {role === 'customer' ? null : (
            <li>
              <Link to={queuePath}>Go to the desk</Link>
            </li>
          )}
        </ul>
      </Section>
      <Section id="this-device" title="This device">
        <form action={logoutPath} method="post">
          <p className="actions">
            <SubmitButton busy="Signing out…" look="quiet">
              Sign out
            </SubmitButton>
          </p>
        </form>
      </Section>
    </AccountFrame>
  )
}

/** What is asked for and not confirmed yet: until then the address so far is the one that counts. */
function Pending({ pending, email, phone }: Pick<Props, 'pending' | 'email' | 'phone'>) {
  return (
    <>
      {pending.email ? (
        <Flash tone="info">
          Your email address is to become <strong>{pending.email}</strong>.{' '}
          {emailChangeWords(pending, email)} Until then you sign in with{' '}
          {email ? 'the one you have' : 'your phone number'}. The links work for one hour; then{' '}
          <Link to={accountEmailPath}>ask again</Link>.
        </Flash>
      ) : null}
      {pending.phone ? (
        <Flash tone="info">
          Your phone number is to become <strong>{pending.phone}</strong>. It changes when you{' '}
          <Link to={phoneCodePath}>enter the code</Link> that was sent to it; until then
          {phone ? ` +${phone} counts` : ' you have none'}. No message?{' '}
          <Link to={accountPhonePath}>Check the number</Link>.
        </Flash>
      ) : null}
    </>
  )
}
