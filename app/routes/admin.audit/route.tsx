import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AuditPage } from '~/features/audit/audit-page'
import { readAuditQuery } from '~/features/audit/audit-query'
import { listAuditLog } from '~/features/audit/audit.server'
import { adminAction, adminLoader, noForm } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { readerClock } from '~/http/reader-clock'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app', frame: 'desk' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Changes by staff', 'Desk')

export const loader = adminLoader(async ({ context, viewer, url }) => {
  const query = readAuditQuery(url.searchParams)
  const log = await listAuditLog(context.session.supabase, query)
  return { ...log, query, clock: readerClock(context.now(), viewer) }
})

export const action = adminAction(noForm)

export default function AuditRoute() {
  return <AuditPage {...useLoaderData<typeof loader>()} />
}
