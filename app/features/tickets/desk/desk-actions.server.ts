import { data } from '@remix-run/node'
import { readIntent } from '~/forms/read-intent'
import { conflicted, parseSubmission, unprocessable } from '~/forms/submission.server'
import type { RequestContext } from '~/http/context'
import { deskWritingPath } from '~/http/desk-paths'
import { seeOther, seeOtherWith } from '~/http/responses.server'
import { isProblem } from '~/lib/errors'
import { takeBackFile } from '../attachments.server'
import { readFormWithFiles } from '../read-form-with-files.server'
import { saveDeskDrafts } from '../reply-drafts.server'
import { noteSchema } from '../ticket.schema'
import { addInternalNote, getTicketPage, releaseTicket, takeTicket } from '../tickets.server'
import type { DeskWriting } from './desk'
import { backTo, type DeskForm } from './desk-form'
import type { DeskPart } from './desk-form-state'
import { answerSchema, fieldsSchema, macroAloneSchema } from './desk.schema'
import { answerTicket, updateTicket } from './desk.server'
import { choicesMade } from './field-choices'
import {
  addToReply,
  isToolIntent,
  TOOL_INTENTS,
  type Library,
  type ToolIntent,
} from './reply-tools.server'

const INTENTS = [
  'reply',
  'solve',
  'apply',
  'note',
  'take',
  'release',
  'save',
  'check',
  'autosave',
  ...TOOL_INTENTS,
] as const

type Intent = (typeof INTENTS)[number]

type Sent = { context: RequestContext; request: Request; number: number; writing: DeskWriting }

/**
 * Does what a button at the desk's ticket page says. The page is one form: what the button does not mean is kept
 * as it was typed.
 * @param library what can be put into a reply besides the words of the team
 * @returns where to go on, the refusal of the form, or the form after a change
 */
export async function answerAtDesk({ context, request, number, writing }: Sent, library: Library) {
  const { supabase } = context.session
  const { ticket } = await getTicketPage(supabase, number)
  const target = { ticketId: ticket.id, messageKey: writing.message }
  const desk: DeskForm = {
    ...{ context, ticket, writing },
    ...(await readFormWithFiles(context, request, target)),
  }
  const isLess = await takeBackFile(supabase, target, desk.fields)
  await keepTyping(desk)
  if (isLess) return asTyped(desk)
  const intent = intentOf(desk)
  return isToolIntent(intent) ? addToReply(desk, intent, library) : answer(desk, intent)
}

/** The buttons beside help pages carry which one. */
function intentOf({ fields }: DeskForm): Intent {
  return fields.has('link') ? 'link' : readIntent(fields, INTENTS)
}

async function answer(desk: DeskForm, intent: Exclude<Intent, ToolIntent>) {
  const { supabase } = desk.context.session
  const { number } = desk.ticket
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
      return asTyped(desk)
    case 'check':
      return seeOther(backTo(desk, whatIsBegun(desk)))
    case 'take':
      await takeTicket(supabase, number)
      return done(desk, 'The ticket is yours.')
    case 'release':
      await releaseTicket(supabase, number)
      return done(desk, 'The ticket is back with the team.')
  }
}

/** Reply and note as they are, under the ids that they will have. */
function keepTyping({ context, ticket, writing, fields }: DeskForm): Promise<void> {
  return saveDeskDrafts(context.session.supabase, ticket.number, {
    replyId: writing.message,
    reply: fields.get('reply'),
    noteId: writing.note,
    note: fields.get('note'),
  })
}

/** A reply that was begun goes on with its files, macro and search; a note has nothing but its text. */
function whatIsBegun({ writing: { message, macro, insert } }: DeskForm) {
  return { message, macro, insert }
}

function done(desk: DeskForm, text: string) {
  return seeOtherWith(desk.context, backTo(desk, whatIsBegun(desk)), text)
}

/** All that was typed and chosen, whichever button was pressed. */
function typedOn({ fields }: DeskForm): Record<string, string> {
  const typed: Record<string, string> = { ...choicesMade(fields) }
  for (const name of ['reply', 'after', 'note']) {
    const text = fields.get(name)
    if (typeof text === 'string') typed[name] = text
  }
  return typed
}

function asTyped(desk: DeskForm) {
  return { result: { initialValue: typedOn(desk) } }
}

type Refusal = ReturnType<typeof unprocessable> | ReturnType<typeof conflicted>

/** The page again after one of its parts was refused. */
function refused(desk: DeskForm, part: DeskPart, { data: answer, init }: Refusal) {
  const result = { ...answer.result, initialValue: typedOn(desk) }
  return data({ result, part, conflict: 'conflict' in answer }, init ?? undefined)
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
    return refused(desk, 'reply', unprocessable(context, submission, { files: fileErrors }))
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
    const late = conflicted(context, submission, { message: error.message })
    return refused(desk, 'reply', late)
  }
  return seeOtherWith(context, backTo(desk, {}), ANSWERED[intent])
}

async function note(desk: DeskForm) {
  const { context, ticket, writing, fields } = desk
  fields.set('id', writing.note)
  const submission = parseSubmission(fields, noteSchema)
  if (submission.status !== 'success') {
    return refused(desk, 'note', unprocessable(context, submission))
  }
  await addInternalNote(context.session.supabase, ticket.number, {
    id: submission.value.id,
    body: submission.value.note,
  })
  return done(desk, 'Your note is kept. Customers cannot read it.')
}

async function save(desk: DeskForm) {
  const { context, ticket, fields } = desk
  const submission = parseSubmission(fields, fieldsSchema)
  if (submission.status !== 'success') {
    return refused(desk, 'fields', unprocessable(context, submission))
  }
  try {
    await updateTicket(context.session.supabase, ticket.number, submission.value)
  } catch (error) {
    if (!isProblem(error, 'conflict')) throw error
    const late = conflicted(context, submission, { message: error.message })
    return refused(desk, 'fields', late)
  }
  const back = deskWritingPath(ticket.number, whatIsBegun(desk))
  return seeOtherWith(context, back, 'Your changes are saved.')
}
