import { SubmitButton } from '~/forms/submit-button'
import { accountPath, logoutPath, queuePath } from '~/http/paths'
import { Link } from '~/ui/link'
import { Properties } from '~/ui/properties'
import { Section } from '~/ui/section'
import { AccountFrame } from './account-frame'

type Props = {
  name: string
  email: string | null
  phone: string | null
  role: 'customer' | 'agent' | 'admin'
  timeZone: string | null
}

const ROLE: Record<Props['role'], string> = {
  customer: 'Customer',
  agent: 'Support agent',
  admin: 'Admin',
}

export function AccountOverview({ name, email, phone, role, timeZone }: Props) {
  const items = [
    { name: 'Name', value: <bdi>{name}</bdi> },
    { name: 'Email', value: email ?? 'None' },
    { name: 'Phone', value: phone ? `+${phone}` : 'None' },
    { name: 'Time zone', value: timeZone ?? 'Europe/Berlin (the portal’s own)' },
    { name: 'Role', value: ROLE[role] },
  ]
  return (
    <AccountFrame current={accountPath}>
      <h1 className="page-title">Account</h1>
      <Section id="you" title="You" variant="flat">
        <Properties items={items} />
        {role === 'customer' ? null : (
          <p className="actions actions--apart">
            <Link to={queuePath}>Go to the desk</Link>
          </p>
        )}
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
