import { z } from 'zod'
import { oneLine } from '~/lib/text'

/** The password of whoever acts; checked by the step before sensitive changes. */
const current = z.string().max(1000, 'Enter your password').optional()

/** Whom an admin asks into the team, and as what. */
export const inviteSchema = z.object({
  id: z.string().uuid('Load the page again and send the form once more'),
  email: z
    .string({ required_error: 'Enter the email address' })
    .transform((text) => oneLine(text).replaceAll(' ', ''))
    .pipe(
      z
        .string()
        .min(1, 'Enter the email address')
        .max(254, 'Shorten the email address')
        .email('Enter an email address with an @ in it, such as noor@example.com'),
    ),
  role: z.enum(['agent', 'admin'], { message: 'Choose a role' }),
  current,
})

/** What a member becomes; as a customer they leave the team. */
export const roleSchema = z.object({
  role: z.enum(['agent', 'admin', 'customer'], { message: 'Choose a role' }),
  current,
})
