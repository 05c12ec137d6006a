import { randomUUID } from 'node:crypto'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { issuePermit } from '~/auth/permit.server'
import { takeBackFile } from '~/features/tickets/attachments.server'
import { fileRules } from '~/features/tickets/file-rules'
import { sentWords } from '~/features/tickets/goes-on-in'
import { keptAsDraft } from '~/features/tickets/kept-as-draft'
import { parkReplyForm } from '~/features/tickets/parked.server'
import { readFormWithFiles } from '~/features/tickets/read-form-with-files.server'
import { saveReplyDraft } from '~/features/tickets/reply-drafts.server'
import { canReopen, KEPT_SENTENCE } from '~/features/tickets/ticket'
import { TicketView } from '~/features/tickets/ticket-view'
import { replySchema } from '~/features/tickets/ticket.schema'
import {
  closeTicket,
  getOwnTicketPage,
  getTicketPage,
  readTicketNumber,
  reopenTicket,
  replyToTicket,
} from '~/features/tickets/tickets.server'
import { readIntent } from '~/forms/read-intent'
import { parseSubmission, stillTyping, unprocessable } from '~/forms/submission.server'
import { customerAction, customerLoader, type Asked } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { loginPathFor, replyPath, ticketPath } from '~/http/paths'
import { readerClock } from '~/http/reader-clock'
import { seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'
import { isProblem, notFound } from '~/lib/errors'
import { readUuid } from '~/lib/uuid'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data ? `${data.ticket.subject} (${data.ticket.number})` : 'Page not found')

export const loader = customerLoader(async ({ context, viewer, params, url }) => {
  const { supabase } = context.session
  const number = readTicketNumber(params.number)
  const asked = readUuid(url.searchParams.get('reply'))
  const { reply_draft, kept_files, ...page } = await getOwnTicketPage(supabase, number, asked)
  // Staff read tickets at the desk; here stands what their requester sees.
  if (page.ticket.requester.id !== viewer.id) throw notFound()
  const now = context.now()
  const replyId = asked ?? reply_draft?.id ?? randomUUID()
  const permit = { viewerId: viewer.id, ticketId: page.ticket.id, messageKey: replyId }
  return {
    ...page,
    files: kept_files,
    fileRules: fileRules(context.env),
    replyId,
    replyBegun: reply_draft?.body ?? '',
    lostFiles: reply_draft?.lost_files ?? [],
    permit: issuePermit(context.env, permit, now),
    reopenable: canReopen(page.ticket, now),
    clock: readerClock(now, viewer),
  }
})

/** The session has ended under the reply: keeps it, and leads back to it by way of the sign-in page. */
async function park({ request, context, params, url }: Asked): Promise<Response | null> {
  const number = readTicketNumber(params.number)
  const id = readUuid(url.searchParams.get('reply'))
  if (!id || !(await parkReplyForm(context, request, number, id))) return null
  return seeOtherWith(context, loginPathFor(replyPath(number, id)), KEPT_SENTENCE, 'info')
}

export const action = customerAction(async ({ request, context, viewer, params, url }) => {
  const { supabase } = context.session
  const number = readTicketNumber(params.number)
  const { ticket, events } = await getTicketPage(supabase, number)
  if (ticket.requester.id !== viewer.id) throw notFound()
  const messageKey = readUuid(url.searchParams.get('reply')) ?? randomUUID()
  const target = { ticketId: ticket.id, messageKey }
  const { fields, fileErrors } = await readFormWithFiles(context, request, target)

  if (await takeBackFile(supabase, target, fields)) {
    return stillTyping(parseSubmission(fields, replySchema))
  }
  const intent = readIntent(fields, ['reply', 'close', 'reopen', 'autosave'])
  // The other buttons do not send what stands in the field, so it is kept.
  if (intent !== 'reply') await saveReplyDraft(supabase, number, messageKey, fields.get('reply'))
  if (intent === 'autosave') return stillTyping(parseSubmission(fields, replySchema))
  if (intent === 'close') {
    await closeTicket(supabase, number)
    return seeOtherWith(
      context,
      ticketPath(number),
      'Your ticket is solved. You can open it again for 7 days.',
    )
  }
  if (intent === 'reopen') {
    await reopenTicket(supabase, number)
    return seeOtherWith(context, ticketPath(number), 'Your ticket is open again.')
  }
  const submission = parseSubmission(fields, replySchema)
  if (submission.status !== 'success' || fileErrors.length > 0) {
    return unprocessable(context, submission, { files: fileErrors })
  }
  const { id, reply } = submission.value
  const landed = await replyToTicket(supabase, number, { id, body: reply }).catch(
    async (error: unknown) => {
      if (isProblem(error, 'too-many')) await saveReplyDraft(supabase, number, messageKey, reply)
      return keptAsDraft(error)
    },
  )
  return seeOtherWith(context, ticketPath(landed), sentWords(number, landed, events))
}, park)

export default function TicketPage() {
  return (
    <TicketView
      {...useLoaderData<typeof loader>()}
      result={useActionData<typeof action>()?.result}
    />
  )
}
