import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AccountOverview } from '~/features/accounts/account-overview'
import { findPendingContact } from '~/features/accounts/profile.server'
import { customerLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Account')

export const loader = customerLoader(async ({ viewer, context }) => {
  const { name, email, phone, role, timeZone } = viewer
  const pending = await findPendingContact(context.session.supabase)
  return { name, email, phone, role, timeZone, pending }
})

export default function AccountPage() {
  return <AccountOverview {...useLoaderData<typeof loader>()} />
}
