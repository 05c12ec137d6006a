import { randomUUID } from 'node:crypto'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerBulkForm } from '~/features/tickets/queue/bulk.server'
import { CloseQuestion } from '~/features/tickets/queue/close-question'
import { getQueue } from '~/features/tickets/queue/queue.server'
import { queueQueryString, readQueueQuery } from '~/features/tickets/queue/queue-query'
import { QueueScreen } from '~/features/tickets/queue/queue-screen'
import { readQueueView } from '~/features/tickets/queue/queue-view'
import { deleteView, saveView } from '~/features/tickets/queue/saved-views.server'
import { readTicketNumber, takeTicket } from '~/features/tickets/tickets.server'
import { readForm } from '~/forms/read-form.server'
import { readIntent } from '~/forms/read-intent'
import { staffAction, staffLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { queuePath } from '~/http/desk-paths'
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
  return { ...page, query, viewerId: viewer.id, formKey: randomUUID(), clock }
})

export const action = staffAction(async ({ context, request, url }) => {
  const { supabase } = context.session
  const fields = await readForm(request)
  const query = readQueueQuery(url.searchParams)
  const back = queuePath + queueQueryString(query, { page: query.page })
  const intents = ['change', 'take', 'save-view', 'delete-view'] as const
  // A text browser sends "Take" with the form that it stands in.
  switch (fields.has('take') ? 'take' : readIntent(fields, intents)) {
    case 'take': {
      const number = readTicketNumber(String(fields.get('take')))
      await takeTicket(supabase, number)
      return seeOtherWith(context, back, `Ticket ${number} is yours.`)
    }
    case 'save-view': {
      const answered = await saveView(context, fields, query)
      return typeof answered === 'string' ? seeOtherWith(context, back, answered) : answered
    }
    case 'delete-view':
      return seeOtherWith(context, back, await deleteView(supabase, fields))
    case 'change': {
      const answered = await answerBulkForm(context, fields)
      return typeof answered === 'string' ? seeOtherWith(context, back, answered) : answered
    }
  }
})

export default function QueueRoute() {
  const page = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  if (answered && 'question' in answered) {
    const back = queuePath + queueQueryString(page.query, { page: page.query.page })
    return <CloseQuestion {...answered.question} back={back} />
  }
  return <QueueScreen {...page} {...answered} />
}
