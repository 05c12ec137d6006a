import { randomUUID } from 'node:crypto'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listKeptFiles } from '~/features/tickets/attachments.server'
import { findDraft, saveDraft } from '~/features/tickets/drafts.server'
import { readTicketForm } from '~/features/tickets/read-ticket-form.server'
import { TicketForm } from '~/features/tickets/ticket-form'
import { draftSchema, ticketSchema } from '~/features/tickets/ticket.schema'
import { listCategories } from '~/features/tickets/tickets.server'
import { readIntent } from '~/forms/read-intent'
import { parseSubmission, unprocessable } from '~/forms/submission.server'
import { customerAction, customerLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { answersPath, draftPath } from '~/http/paths'
import { readerClock } from '~/http/reader-clock'
import { seeOther, seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'
import { readUuid } from '~/lib/uuid'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Open a ticket')

export const loader = customerLoader(async ({ context, viewer, url }) => {
  const { supabase } = context.session
  const id = readUuid(url.searchParams.get('draft')) ?? randomUUID()
  const [categories, draft, files] = await Promise.all([
    listCategories(supabase),
    findDraft(supabase, viewer, id),
    listKeptFiles(supabase, viewer, id),
  ])
  return { id, categories, draft, files, clock: readerClock(context.now(), viewer) }
})

export const action = customerAction(async ({ request, context, viewer }) => {
  const { supabase } = context.session
  const { fields, fileErrors } = await readTicketForm(supabase, request)
  const intent = readIntent(fields, ['continue', 'draft', 'remove'])
  const draft = parseSubmission(fields, draftSchema)
  if (draft.status !== 'success') return unprocessable(context, draft)
  await saveDraft(supabase, draft.value)
  const { id } = draft.value
  if (intent === 'draft' && fileErrors.length === 0) {
    return seeOtherWith(context, draftPath(id), 'Your draft is saved. It waits here until you send it.')
  }
  const submission = parseSubmission(fields, ticketSchema)
  if (submission.status !== 'success' || fileErrors.length > 0) {
    return unprocessable(context, submission, { files: fileErrors })
  }
  return seeOther(answersPath(id))
})

export default function NewTicketPage() {
  return <TicketForm {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.result} />
}
