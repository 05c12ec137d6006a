import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isAdmin } from '~/auth/viewer'
import { CustomerProfile } from '~/features/customers/customer-page'
import { getCustomer } from '~/features/customers/customers.server'
import { topicWords } from '~/features/notifications/choices'
import { placeWords } from '~/features/security/device'
import { DESK_STATUS } from '~/features/tickets/ticket'
import { staffAction, staffLoader, noForm } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { readerClock } from '~/http/reader-clock'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app', frame: 'desk' }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.person.name ?? 'Page not found', 'Desk')

export const loader = staffLoader(async ({ context, viewer, params }) => {
  const { person, ticket_count, tickets, safety, notices } = await getCustomer(
    context.session.supabase,
    params.id,
  )
  const { last_sign_in: last } = safety
  return {
    person,
    ticket_count,
    safety,
    tickets: tickets.map((ticket) => ({ ...ticket, statusLabel: DESK_STATUS[ticket.status] })),
    notices: notices.map(({ topic, mail, sms }) => ({ label: topicWords(topic).label, mail, sms })),
    lastSignIn: last && { at: last.at, place: placeWords(last.country, last.address) },
    isAdmin: isAdmin(viewer),
    clock: readerClock(context.now(), viewer),
  }
})

export const action = staffAction(noForm)

export default function CustomerRoute() {
  return <CustomerProfile {...useLoaderData<typeof loader>()} />
}
