import { redirect, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listKeptFiles } from '~/features/tickets/attachments.server'
import { findDraft, findSentTicket, openTicket } from '~/features/tickets/drafts.server'
import { SendTicket } from '~/features/tickets/send-ticket'
import { ticketSchema } from '~/features/tickets/ticket.schema'
import { readForm } from '~/forms/read-form.server'
import { customerAction, customerLoader, type AskedBy } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { draftPath, ticketPath } from '~/http/paths'
import { seeOther, seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'
import { notFound } from '~/lib/errors'
import { readUuid } from '~/lib/uuid'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Check and send your ticket')

function draftId({ url }: AskedBy): string {
  const id = readUuid(url.searchParams.get('draft'))
  if (!id) throw notFound()
  return id
}

export const loader = customerLoader(async (asked) => {
  const { context, viewer } = asked
  const { supabase } = context.session
  const id = draftId(asked)
  const [draft, files] = await Promise.all([
    findDraft(supabase, viewer, id),
    listKeptFiles(supabase, viewer, id),
  ])
  if (draft) return { draft, files }
  // Sent already, and come back to by the browser's Back button.
  const number = await findSentTicket(supabase, viewer, id)
  if (number) throw redirect(ticketPath(number))
  throw notFound()
})

export const action = customerAction(async (asked) => {
  const { request, context, viewer } = asked
  const { supabase } = context.session
  await readForm(request)
  const id = draftId(asked)
  const draft = await findDraft(supabase, viewer, id)
  if (!draft) {
    const number = await findSentTicket(supabase, viewer, id)
    if (number) return seeOther(ticketPath(number))
    throw notFound()
  }
  const complete = ticketSchema.safeParse({ ...draft, category: draft.category ?? undefined })
  if (!complete.success) return seeOther(draftPath(id))
  const number = await openTicket(supabase, complete.data)
  return seeOtherWith(
    context,
    ticketPath(number),
    `Your ticket is sent. It has the number ${number}.`,
  )
})

export default function SendTicketPage() {
  return <SendTicket {...useLoaderData<typeof loader>()} />
}
