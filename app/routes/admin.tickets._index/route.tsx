import { randomUUID } from 'node:crypto'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerBulkForm } from '~/features/tickets/queue/bulk.server'
import { CloseQuestion } from '~/features/tickets/queue/close-question'
import { getQueue } from '~/features/tickets/queue/queue.server'
import { queueQueryString, readQueueQuery } from '~/features/tickets/queue/queue-query'
import { QueueScreen } from '~/features/tickets/queue/queue-screen'
import { readQueueView } from '~/features/tickets/queue/queue-view'
import { readTicketNumber, takeTicket } from '~/features/tickets/tickets.server'
import { readForm } from '~/forms/read-form.server'
import { staffAction, staffLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { queuePath } from '~/http/paths'
import { readerClock } from '~/http/reader-clock'
import { seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app', frame: 'desk' }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data ? `${readQueueView(data.query.view).label}: queue` : 'Queue', 'Desk')

export const loader = staffLoader(async ({ context, viewer, url }) => {
  const query = readQueueQuery(url.searchParams)
  const page = await getQueue(context.session.supabase, query)
  const clock = readerClock(context.now(), viewer)
  return { ...page, query, viewerId: viewer.id, bulkKey: randomUUID(), clock }
})

export const action = staffAction(async ({ context, request, url }) => {
  const fields = await readForm(request)
  const query = readQueueQuery(url.searchParams)
  const back = queuePath + queueQueryString(query, { page: query.page })
  const take = fields.get('take')
  if (typeof take === 'string') {
    const number = readTicketNumber(take)
    await takeTicket(context.session.supabase, number)
    return seeOtherWith(context, back, `Ticket ${number} is yours.`)
  }
  const answered = await answerBulkForm(context, fields)
  return typeof answered === 'string' ? seeOtherWith(context, back, answered) : answered
})

export default function QueueRoute() {
  const page = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  if (answered && 'question' in answered) {
    const back = queuePath + queueQueryString(page.query, { page: page.query.page })
    return <CloseQuestion {...answered.question} back={back} />
  }
  return <QueueScreen {...page} result={answered?.result} />
}
