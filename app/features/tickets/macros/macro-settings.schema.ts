import { z } from 'zod'
import { oneLine, severalLines } from '~/lib/text'
import { unknownVariables } from './macro'

const NAME_LENGTH = 80
const DESCRIPTION_LENGTH = 300
const TEXT_LENGTH = 10_000
const TAGS = 20
const TAG_LENGTH = 30

const line = (what: string, length: number) =>
  z
    .string({ required_error: `Enter the ${what}` })
    .transform(oneLine)
    .pipe(
      z
        .string()
        .min(1, `Enter the ${what}`)
        .max(length, `Shorten the ${what} to ${length} characters`),
    )

/** A text that may be left empty. A pipe would not do: what is empty counts as missing after one. */
const optionalLine = (what: string, length: number) =>
  z
    .string()
    .optional()
    .transform((text = '') => oneLine(text))
    .refine((text) => text.length <= length, `Shorten the ${what} to ${length} characters`)

/** A text with variables; each that means nothing is named. */
const template = z
  .string()
  .optional()
  .transform((text = '') => severalLines(text))
  .refine((text) => text.length <= TEXT_LENGTH, `Shorten the text to ${TEXT_LENGTH} characters`)
  .superRefine((text, context) => {
    const unknown = unknownVariables(text)
    if (unknown.length === 0) return
    const message = `Nothing can be filled in for ${unknown.join(', ')}. Take a variable from the list`
    context.addIssue({ code: z.ZodIssueCode.custom, message })
  })

/** "browser, VIP" → `['browser', 'VIP']`; Postgres writes them small. */
const tags = z
  .string()
  .optional()
  .transform((text = '') =>
    oneLine(text)
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
  )
  .refine((list) => list.length <= TAGS, `Take away tags until there are ${TAGS}`)
  .refine(
    (list) => list.every((tag) => tag.length <= TAG_LENGTH),
    `Shorten each tag to ${TAG_LENGTH} characters`,
  )

const form = {
  id: z.string().uuid('Load the page again and send the form once more'),
  active: z.enum(['yes', 'no'], { message: 'Choose whether it is in use' }),
  /** Of what the form shows; nothing for something new. */
  version: z.coerce.number().int().positive().optional(),
}

export const macroSchema = z.object({
  ...form,
  name: line('name', NAME_LENGTH),
  description: optionalLine('description', DESCRIPTION_LENGTH),
  text: template,
  next_status: z
    .enum(['open', 'pending', 'on_hold', 'solved'], { message: 'Choose a status from the list' })
    .optional(),
  priority: z
    .enum(['low', 'normal', 'high', 'urgent'], { message: 'Choose a priority from the list' })
    .optional(),
  tags,
  assign: z.enum(['keep', 'me', 'nobody'], { message: 'Choose whose the ticket is then' }),
})

export const savedReplySchema = z.object({
  ...form,
  title: line('title', NAME_LENGTH),
  text: template.refine((text) => text !== '', 'Enter the text'),
})
