import { randomUUID } from 'node:crypto'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isAdmin } from '~/auth/viewer'
import { listKeptFiles } from '~/features/tickets/attachments.server'
import { answerAtDesk } from '~/features/tickets/desk-actions.server'
import { DeskTicket } from '~/features/tickets/desk-ticket'
import { getTicketPage, readTicketNumber } from '~/features/tickets/tickets.server'
import { staffAction, staffLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { deskTicketPath } from '~/http/paths'
import { readerClock } from '~/http/reader-clock'
import { seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'
import { readUuid } from '~/lib/uuid'

export const handle: Handle = { tier: 'app', frame: 'desk' }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(
    matches,
    data ? `${data.ticket.number} ${data.ticket.subject}` : 'Page not found',
    'Desk',
  )

export const loader = staffLoader(async ({ context, viewer, params, url }) => {
  const { supabase } = context.session
  const known = readUuid(url.searchParams.get('message'))
  const [page, files] = await Promise.all([
    getTicketPage(supabase, readTicketNumber(params.number)),
    known ? listKeptFiles(supabase, known) : [],
  ])
  const clock = readerClock(context.now(), viewer)
  return {
    ...page,
    files,
    viewer: { id: viewer.id, isAdmin: isAdmin(viewer) },
    messageId: known ?? randomUUID(),
    clock,
  }
})

export const action = staffAction(async ({ request, context, params, url }) => {
  const number = readTicketNumber(params.number)
  const messageKey = readUuid(url.searchParams.get('message')) ?? randomUUID()
  const answered = await answerAtDesk(context, request, number, messageKey)
  if (typeof answered !== 'string') return answered
  return seeOtherWith(context, deskTicketPath(number), answered)
})

export default function DeskTicketPage() {
  return (
    <DeskTicket
      {...useLoaderData<typeof loader>()}
      result={useActionData<typeof action>()?.result}
    />
  )
}
