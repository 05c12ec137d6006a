import { randomUUID } from 'node:crypto'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { issuePermit } from '~/auth/permit.server'
import { listKeptFiles, takeBackFile } from '~/features/tickets/attachments.server'
import { findDraft, saveDraft } from '~/features/tickets/drafts.server'
import { fileRules } from '~/features/tickets/file-rules'
import { parkTicketForm } from '~/features/tickets/parked.server'
import { readFormWithFiles } from '~/features/tickets/read-form-with-files.server'
import { KEPT_SENTENCE } from '~/features/tickets/ticket'
import { TicketForm } from '~/features/tickets/ticket-form'
import { draftSchema, SUBJECT_LENGTH, ticketSchema } from '~/features/tickets/ticket.schema'
import { listCategories } from '~/features/tickets/tickets.server'
import { readIntent } from '~/forms/read-intent'
import { parseSubmission, stillTyping, unprocessable } from '~/forms/submission.server'
import { customerAction, customerLoader, type Asked } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { answersPath, draftPath, loginPathFor } from '~/http/paths'
import { seeOther, seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'
import { invalid } from '~/lib/errors'
import { beginning, oneLine } from '~/lib/text'
import { readUuid } from '~/lib/uuid'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Open a ticket')

export const loader = customerLoader(async ({ context, viewer, url }) => {
  const { supabase } = context.session
  const known = readUuid(url.searchParams.get('draft'))
  const [categories, draft, files] = await Promise.all([
    listCategories(supabase),
    known ? findDraft(supabase, viewer, known) : null,
    known ? listKeptFiles(supabase, known) : [],
  ])
  const subject = beginning(oneLine(url.searchParams.get('subject') ?? ''), SUBJECT_LENGTH)
  const id = known ?? randomUUID()
  const permit = issuePermit(
    context.env,
    { viewerId: viewer.id, ticketId: id, messageKey: id },
    context.now(),
  )
  const rules = fileRules(context.env)
  return { id, categories, draft, files, fileRules: rules, subject, permit }
})

/** The session has ended under the form: keeps it, and leads back to it by way of the sign-in page. */
async function park({ request, context, url }: Asked): Promise<Response | null> {
  const id = readUuid(url.searchParams.get('draft'))
  if (!id || !(await parkTicketForm(context, request, id))) return null
  return seeOtherWith(context, loginPathFor(draftPath(id)), KEPT_SENTENCE, 'info')
}

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
  const intent = readIntent(fields, ['continue', 'draft', 'autosave'])
  if (intent === 'autosave') return stillTyping(draft)
  if (intent === 'draft' && fileErrors.length === 0) {
    return seeOtherWith(
      context,
      draftPath(id),
      'Your draft is saved. It waits here until you send it.',
    )
  }
  const submission = parseSubmission(fields, ticketSchema)
  if (submission.status === 'success' && fileErrors.length === 0) return seeOther(answersPath(id))
  return unprocessable(context, submission, { files: fileErrors })
}, park)

export default function NewTicketPage() {
  return (
    <TicketForm
      {...useLoaderData<typeof loader>()}
      result={useActionData<typeof action>()?.result}
    />
  )
}
