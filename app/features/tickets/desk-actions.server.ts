import { readIntent } from '~/forms/read-intent'
import type { FormFields } from '~/forms/read-form.server'
import { parseSubmission, stillTyping, unprocessable } from '~/forms/submission.server'
import type { RequestContext } from '~/http/context'
import { takeBackFile } from './attachments.server'
import { readFormWithFiles } from './read-form-with-files.server'
import { deskReplySchema, noteSchema } from './ticket.schema'
import {
  addInternalNote,
  getTicketPage,
  releaseTicket,
  replyToTicket,
  takeTicket,
} from './tickets.server'

type Refused = ReturnType<typeof unprocessable>
type Changed = ReturnType<typeof stillTyping>

type Desk = { context: RequestContext; number: number; fields: FormFields; fileErrors: string[] }

/**
 * Does what a button at the desk's ticket page says.
 * @returns a sentence about what was done, the refusal of the form, or the form after a change
 */
export async function answerAtDesk(
  context: RequestContext,
  request: Request,
  number: number,
  messageKey: string,
): Promise<string | Refused | Changed> {
  const { supabase } = context.session
  const { ticket } = await getTicketPage(supabase, number)
  const target = { ticketId: ticket.id, messageKey }
  const desk = { context, number, ...(await readFormWithFiles(context, request, target)) }
  if (await takeBackFile(supabase, target, desk.fields)) {
    return stillTyping(parseSubmission(desk.fields, deskReplySchema))
  }
  switch (readIntent(desk.fields, ['reply', 'note', 'take', 'release'])) {
    case 'reply':
      return reply(desk)
    case 'note':
      return note(desk)
    case 'take':
      await takeTicket(supabase, number)
      return 'The ticket is yours.'
    case 'release':
      await releaseTicket(supabase, number)
      return 'The ticket is back with the team.'
  }
}

async function reply({ context, number, fields, fileErrors }: Desk): Promise<string | Refused> {
  const submission = parseSubmission(fields, deskReplySchema)
  if (submission.status !== 'success' || fileErrors.length > 0) {
    return unprocessable(context, submission, { files: fileErrors })
  }
  const { id, reply: body, after } = submission.value
  await replyToTicket(context.session.supabase, number, { id, body, nextStatus: after })
  return 'Your reply is sent.'
}

async function note({ context, number, fields }: Desk): Promise<string | Refused> {
  const submission = parseSubmission(fields, noteSchema)
  if (submission.status !== 'success') return unprocessable(context, submission)
  await addInternalNote(context.session.supabase, number, {
    id: submission.value.id,
    body: submission.value.note,
  })
  return 'Your note is kept. Customers cannot read it.'
}
