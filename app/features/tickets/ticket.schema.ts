import { z } from 'zod'
import { beginning, oneLine, severalLines } from '~/lib/text'
import { PRIORITIES } from './ticket'

/** The lengths that Postgres enforces too (`tickets_subject_length`, `ticket_messages_body_length`). */
export const SUBJECT_LENGTH = 150
const MESSAGE_LENGTH = 20_000
const DRAFT_SUBJECT_LENGTH = 1_000
export const DRAFT_DESCRIPTION_LENGTH = 100_000

const count = (characters: number) => characters.toLocaleString('en-GB')

/** A text that must be there; Postgres counts characters as code points, and so does this. */
function required(
  clean: (text: string) => string,
  missing: string,
  longest: number,
  tooLong: string,
) {
  return z.string({ required_error: missing }).transform((text, context) => {
    const value = clean(text)
    const length = [...value].length
    if (!/[^\s\u200b\ufeff]/u.test(value)) context.addIssue({ code: 'custom', message: missing })
    else if (length > longest) {
      const message = `${tooLong}, it has ${count(length)} characters and ${count(longest)} fit`
      context.addIssue({ code: 'custom', message })
    }
    return value
  })
}

const id = z.string().uuid()

/** A text of a message that must be there. */
export const textField = (missing: string) =>
  required(severalLines, missing, MESSAGE_LENGTH, 'Shorten the text')

export const subjectField = required(
  oneLine,
  'Enter a subject',
  SUBJECT_LENGTH,
  'Shorten the subject',
)

/** A ticket as it is sent. The id makes a repeated sending harmless. */
export const ticketSchema = z.object({
  id,
  subject: subjectField,
  description: required(
    severalLines,
    'Describe what happened',
    MESSAGE_LENGTH,
    'Shorten the description',
  ),
  category: z.string({ required_error: 'Choose a category' }),
  priority: z.enum(PRIORITIES, { message: 'Choose a priority' }).default('normal'),
})

export type TicketInput = z.output<typeof ticketSchema>

/** A ticket still being written: anything may be missing, and nothing typed is refused for its shape. */
export const draftSchema = z.object({
  id,
  subject: z
    .string()
    .default('')
    .transform((text) => beginning(oneLine(text), DRAFT_SUBJECT_LENGTH)),
  description: z
    .string()
    .default('')
    .transform((text) => beginning(severalLines(text), DRAFT_DESCRIPTION_LENGTH)),
  category: z.string().default(''),
  priority: z.enum(PRIORITIES).catch('normal'),
})

export type DraftInput = z.output<typeof draftSchema>

/** A public reply. */
export const replySchema = z.object({
  id,
  reply: required(severalLines, 'Write your reply', MESSAGE_LENGTH, 'Shorten your reply'),
})

/** An agent's public reply, and what the ticket waits for after it. */
export const deskReplySchema = replySchema.extend({
  after: z
    .enum(['pending', 'open', 'on_hold', 'solved'], { message: 'Choose a status' })
    .default('pending'),
})

/** A note that customers cannot read. */
export const noteSchema = z.object({
  id,
  note: required(severalLines, 'Write your note', MESSAGE_LENGTH, 'Shorten your note'),
})
