import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readSecurityLogQuery } from '~/features/security/activity-query'
import { listSecurityLog } from '~/features/security/activity.server'
import { SecurityLogPage } from '~/features/security/security-log-page'
import { adminAction, adminLoader, noForm } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { readerClock } from '~/http/reader-clock'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app', frame: 'desk' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Security log', 'Desk')

export const loader = adminLoader(async ({ viewer, url, context }) => {
  const query = readSecurityLogQuery(url.searchParams)
  const log = await listSecurityLog(context.session.supabase, query)
  return { ...log, query, clock: readerClock(context.now(), viewer) }
})

export const action = adminAction(noForm)

export default function SecurityLog() {
  return <SecurityLogPage {...useLoaderData<typeof loader>()} />
}
