import { z } from 'zod'
import { oneLine } from '~/lib/text'
import { PRIORITIES, STATUSES } from '../ticket'
import { deskReplySchema } from '../ticket.schema'

/** Limits that Postgres holds too (`ticket_tags_count`, `tags_name_length`). */
const MOST_TAGS = 20
const TAG_LENGTH = 30

/** Tags as they are typed: between commas or one a line, without stray spaces, in lower case, each once. */
export function readTags(typed: string): string[] {
  const tags = typed.split(/[,\r\n]/).map((tag) => oneLine(tag).toLowerCase())
  return [...new Set(tags.filter(Boolean))]
}

const tags = z
  .string()
  .default('')
  .transform((typed, context) => {
    const read = readTags(typed)
    const long = read.find((tag) => [...tag].length > TAG_LENGTH)
    if (read.length > MOST_TAGS) {
      context.addIssue({ code: 'custom', message: `Use at most ${MOST_TAGS} tags` })
    } else if (long !== undefined) {
      const message = `Shorten the tag “${long}” to ${TAG_LENGTH} characters`
      context.addIssue({ code: 'custom', message })
    }
    return read
  })

/** The fields of a ticket that staff change, and the version that the form was made from. */
export const fieldsSchema = z.object({
  version: z.coerce.number().int(),
  status: z.enum(STATUSES, { message: 'Choose a status' }),
  priority: z.enum(PRIORITIES, { message: 'Choose a priority' }),
  category: z.string({ required_error: 'Choose a category' }),
  assignee: z.string().default('nobody'),
  tags,
})

export type FieldsInput = z.output<typeof fieldsSchema>

const uuidOrNone = z.string().uuid().optional().catch(undefined)

/** A reply of the desk: besides its text, what was read before it and which macro goes with it. */
export const answerSchema = deskReplySchema.extend({
  seen: uuidOrNone,
  macro: uuidOrNone,
  macroVersion: z.coerce.number().int().optional().catch(undefined),
})

/** The same where the macro alone is used and nothing needs to be written. */
export const macroAloneSchema = answerSchema.extend({ reply: z.string().default('') })
