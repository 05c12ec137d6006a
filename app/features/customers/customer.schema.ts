import { z } from 'zod'
import { oneLine } from '~/lib/text'

const NAME_LENGTH = 100

/** The name of a customer as an admin corrects it. */
export const correctNameSchema = z.object({
  name: z
    .string({ required_error: 'Enter the name' })
    .transform(oneLine)
    .pipe(
      z
        .string()
        .min(1, 'Enter the name')
        .max(NAME_LENGTH, `Shorten the name to ${NAME_LENGTH} characters`),
    ),
})
