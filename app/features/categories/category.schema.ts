import { z } from 'zod'
import { oneLine } from '~/lib/text'

const NAME_LENGTH = 60
const DESCRIPTION_LENGTH = 200

const name = z
  .string({ required_error: 'Enter the name' })
  .transform(oneLine)
  .pipe(
    z
      .string()
      .min(1, 'Enter the name')
      .max(NAME_LENGTH, `Shorten the name to ${NAME_LENGTH} characters`),
  )

const description = z
  .string()
  .optional()
  .transform((text = '') => oneLine(text))
  .refine(
    (text) => text.length <= DESCRIPTION_LENGTH,
    `Shorten the description to ${DESCRIPTION_LENGTH} characters`,
  )

export const newCategorySchema = z.object({
  name,
  slug: z
    .string({ required_error: 'Enter the short name' })
    .transform((text) => oneLine(text))
    .pipe(
      z
        .string()
        .min(1, 'Enter the short name')
        .max(60, 'Shorten the short name to 60 characters')
        .regex(
          /^[a-z0-9]+(-[a-z0-9]+)*$/,
          'Write the short name with small letters, numbers and hyphens, such as your-data',
        ),
    ),
  description,
})

export const categorySchema = z.object({
  name,
  description,
  active: z.enum(['yes', 'no'], { message: 'Choose whether it is in use' }),
  /** Of the category that the form shows. */
  version: z.coerce.number().int().positive(),
})
