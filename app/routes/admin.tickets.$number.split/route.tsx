import { randomUUID } from 'node:crypto'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { splitSchema } from '~/features/tickets/desk/merge.schema'
import { splitTicket } from '~/features/tickets/desk/merge.server'
import { SplitPage } from '~/features/tickets/desk/split-page'
import { getTicketPage, readTicketNumber } from '~/features/tickets/tickets.server'
import { readForm } from '~/forms/read-form.server'
import { parseSubmission, unprocessable } from '~/forms/submission.server'
import { staffAction, staffLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { deskTicketPath } from '~/http/desk-paths'
import { readerClock } from '~/http/reader-clock'
import { seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'
import { notFound } from '~/lib/errors'
import { readUuid } from '~/lib/uuid'

export const handle: Handle = { tier: 'app', frame: 'desk' }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data ? `Split ticket ${data.number}` : 'Page not found', 'Desk')

export const loader = staffLoader(async ({ context, viewer, params, url }) => {
  const number = readTicketNumber(params.number)
  const { ticket, messages } = await getTicketPage(context.session.supabase, number)
  const asked = url.searchParams.get('message')
  const message = messages.find(
    ({ id, kind, author }) =>
      id === asked && id !== ticket.id && kind === 'public' && author.id === ticket.requester.id,
  )
  if (!message) throw notFound()
  return { number, message, id: randomUUID(), clock: readerClock(context.now(), viewer) }
})

export const action = staffAction(async ({ request, context, params, url }) => {
  const number = readTicketNumber(params.number)
  const messageId = readUuid(url.searchParams.get('message'))
  if (!messageId) throw notFound()
  const submission = parseSubmission(await readForm(request), splitSchema)
  if (submission.status !== 'success') return unprocessable(context, submission)
  const split = { messageId, ...submission.value }
  const made = await splitTicket(context.session.supabase, number, split)
  return seeOtherWith(
    context,
    deskTicketPath(made),
    `This ticket is made of a message of ${number}.`,
  )
})

export default function SplitTicketPage() {
  return (
    <SplitPage
      {...useLoaderData<typeof loader>()}
      result={useActionData<typeof action>()?.result}
    />
  )
}
