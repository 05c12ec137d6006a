import { readIntent } from '~/forms/read-intent'
import { conflicted, parseSubmission, stillTyping, unprocessable } from '~/forms/submission.server'
import type { RequestContext } from '~/http/context'
import { deskTicketPath } from '~/http/desk-paths'
import { seeOtherWith } from '~/http/responses.server'
import { isProblem } from '~/lib/errors'
import { takeBackFile } from '../attachments.server'
import { readFormWithFiles } from '../read-form-with-files.server'
import { saveNoteDraft, saveReplyDraft } from '../reply-drafts.server'
import { noteSchema } from '../ticket.schema'
import { addInternalNote, getTicketPage, releaseTicket, takeTicket } from '../tickets.server'
import type { DeskWriting } from './desk'
import type { DeskForm } from './desk-form'
import { answerSchema, fieldsSchema, macroAloneSchema } from './desk.schema'
import { answerTicket, updateTicket } from './desk.server'
import { addToReply, isToolIntent, TOOL_INTENTS, type Library } from './reply-tools.server'

const INTENTS = [
  'reply',
  'solve',
  'apply',
  'note',
  'take',
  'release',
  'save',
  'autosave',
  ...TOOL_INTENTS,
] as const

type Sent = { context: RequestContext; request: Request; number: number; writing: DeskWriting }

/**
 * Does what a button at the desk's ticket page says.
 * @param library what can be put into a reply besides the words of the team
 * @returns where to go on, the refusal of the form, or the form after a change
 */
export async function answerAtDesk({ context, request, number, writing }: Sent, library: Library) {
  const { supabase } = context.session
  const { ticket } = await getTicketPage(supabase, number)
  const target = { ticketId: ticket.id, messageKey: writing.message }
  const desk = {
    ...{ context, ticket, writing },
    ...(await readFormWithFiles(context, request, target)),
  }
  if (await takeBackFile(supabase, target, desk.fields)) return keepTyping(desk)

  // The buttons beside help pages carry which one.
  const intent = desk.fields.has('link') ? 'link' : readIntent(desk.fields, INTENTS)
  if (isToolIntent(intent)) return addToReply(desk, intent, library)
  switch (intent) {
    case 'reply':
    case 'solve':
    case 'apply':
      return reply(desk, intent)
    case 'note':
      return note(desk)
    case 'save':
      return save(desk)
    case 'autosave':
      return keepTyping(desk)
    case 'take':
      await keepTyping(desk)
      await takeTicket(supabase, number)
      return done(desk, 'The ticket is yours.')
    case 'release':
      await keepTyping(desk)
      await releaseTicket(supabase, number)
      return done(desk, 'The ticket is back with the team.')
  }
}

function done({ context, ticket }: DeskForm, text: string) {
  return seeOtherWith(context, deskTicketPath(ticket.number), text)
}

/** Keeps what stands in the form that was sent, a reply as a reply and a note as a note. */
async function keepTyping({ context, ticket, writing, fields }: DeskForm) {
  const { supabase } = context.session
  if (fields.has('note')) {
    await saveNoteDraft(supabase, ticket.number, writing.note, fields.get('note'))
  } else if (fields.has('reply')) {
    await saveReplyDraft(supabase, ticket.number, writing.message, fields.get('reply'))
  }
  return stillTyping(parseSubmission(fields, macroAloneSchema))
}

const ANSWERED = {
  reply: 'Your reply is sent.',
  solve: 'Your reply is sent, and the ticket is solved.',
  apply: 'The macro is applied.',
}

async function reply(desk: DeskForm, intent: 'reply' | 'solve' | 'apply') {
  const { context, ticket, fields, fileErrors } = desk
  const submission =
    intent === 'apply'
      ? parseSubmission(fields, macroAloneSchema)
      : parseSubmission(fields, answerSchema)
  if (submission.status !== 'success' || fileErrors.length > 0) {
    return unprocessable(context, submission, { files: fileErrors })
  }
  const { id, reply: body, after, seen, macro, macroVersion } = submission.value
  // A macro that is used alone says by itself what comes after it.
  const nextStatus = { reply: after, solve: 'solved', apply: null }[intent]
  try {
    await answerTicket(context.session.supabase, ticket.number, {
      ...{ id, body, nextStatus },
      lastSeen: seen ?? null,
      macro: macro && macroVersion ? { id: macro, version: macroVersion } : null,
    })
  } catch (error) {
    if (!isProblem(error, 'conflict')) throw error
    await keepTyping(desk)
    return conflicted(context, submission, { message: error.message })
  }
  return done(desk, ANSWERED[intent])
}

async function note(desk: DeskForm) {
  const { context, ticket, writing, fields } = desk
  fields.set('id', writing.note)
  const submission = parseSubmission(fields, noteSchema)
  if (submission.status !== 'success') return unprocessable(context, submission)
  await addInternalNote(context.session.supabase, ticket.number, {
    id: submission.value.id,
    body: submission.value.note,
  })
  return done(desk, 'Your note is kept. Customers cannot read it.')
}

async function save(desk: DeskForm) {
  const { context, ticket, fields } = desk
  const submission = parseSubmission(fields, fieldsSchema)
  if (submission.status !== 'success') return unprocessable(context, submission)
  try {
    await updateTicket(context.session.supabase, ticket.number, submission.value)
  } catch (error) {
    if (!isProblem(error, 'conflict')) throw error
    return conflicted(context, submission, { message: error.message })
  }
  return done(desk, 'Your changes are saved.')
}
