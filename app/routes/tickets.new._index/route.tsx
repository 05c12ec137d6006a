import { randomUUID } from 'node:crypto'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listKeptFiles, takeBackFile } from '~/features/tickets/attachments.server'
import { findDraft, saveDraft } from '~/features/tickets/drafts.server'
import { readFormWithFiles } from '~/features/tickets/read-form-with-files.server'
import { TicketForm } from '~/features/tickets/ticket-form'
import { draftSchema, SUBJECT_LENGTH, ticketSchema } from '~/features/tickets/ticket.schema'
import { listCategories } from '~/features/tickets/tickets.server'
import { readIntent } from '~/forms/read-intent'
import { parseSubmission, unprocessable } from '~/forms/submission.server'
import { customerAction, customerLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { answersPath, draftPath } from '~/http/paths'
import { seeOther, seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'
import { invalid } from '~/lib/errors'
import { oneLine } from '~/lib/text'
import { readUuid } from '~/lib/uuid'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Open a ticket')

export const loader = customerLoader(async ({ context, viewer, url }) => {
  const { supabase } = context.session
  const known = readUuid(url.searchParams.get('draft'))
  const [categories, draft, files] = await Promise.all([
    listCategories(supabase),
    known ? findDraft(supabase, viewer, known) : null,
    known ? listKeptFiles(supabase, viewer, known) : [],
  ])
  const subject = oneLine(url.searchParams.get('subject') ?? '').slice(0, SUBJECT_LENGTH)
  return { id: known ?? randomUUID(), categories, draft, files, subject }
})

export const action = customerAction(async ({ request, context, url }) => {
  const { supabase } = context.session
  const id = readUuid(url.searchParams.get('draft'))
  if (!id) throw invalid('This form has lost its number. Go back and load the page again.')
  const target = { ticketId: id, messageKey: id }
  const { fields, fileErrors } = await readFormWithFiles(context, request, target)
  const draft = parseSubmission(fields, draftSchema)
  if (draft.status !== 'success') return unprocessable(context, draft)
  await saveDraft(supabase, draft.value)

  if (await takeBackFile(supabase, target, fields)) return seeOther(`${draftPath(id)}#files`)
  if (readIntent(fields, ['continue', 'draft']) === 'draft' && fileErrors.length === 0) {
    return seeOtherWith(
      context,
      draftPath(id),
      'Your draft is saved. It waits here until you send it.',
    )
  }
  const submission = parseSubmission(fields, ticketSchema)
  if (submission.status === 'success' && fileErrors.length === 0) return seeOther(answersPath(id))
  return unprocessable(context, submission, { files: fileErrors })
})

export default function NewTicketPage() {
  return (
    <TicketForm
      {...useLoaderData<typeof loader>()}
      result={useActionData<typeof action>()?.result}
    />
  )
}
