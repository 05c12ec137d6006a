import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CustomerListPage } from '~/features/customers/customer-list'
import { readCustomerQuery } from '~/features/customers/customer-query'
import { listCustomers } from '~/features/customers/customers.server'
import { staffAction, staffLoader, noForm } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { readerClock } from '~/http/reader-clock'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app', frame: 'desk' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Customers', 'Desk')

export const loader = staffLoader(async ({ context, viewer, url }) => {
  const query = readCustomerQuery(url.searchParams)
  const list = await listCustomers(context.session.supabase, query)
  return { ...list, query, clock: readerClock(context.now(), viewer) }
})

export const action = staffAction(noForm)

export default function CustomersPage() {
  return <CustomerListPage {...useLoaderData<typeof loader>()} />
}
