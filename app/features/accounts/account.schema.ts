import { z } from 'zod'
import { oneLine } from '~/lib/text'
import { PASSWORD_BYTES, PASSWORD_LENGTH } from './password'
import { timeZones } from './time-zones'

const NAME_LENGTH = 100

const email = z
  .string({ required_error: 'Enter your email address' })
  .transform((text) => oneLine(text).replaceAll(' ', ''))
  .pipe(
    z
      .string()
      .min(1, 'Enter your email address')
      .max(254, 'Shorten the email address')
      .email('Enter an email address with an @ in it, such as maya@example.com'),
  )

const newPassword = z
  .string({ required_error: 'Choose a password' })
  .min(1, 'Choose a password')
  .refine((text) => text === '' || [...text].length >= PASSWORD_LENGTH, {
    message: `Choose a password of ${PASSWORD_LENGTH} characters or more`,
  })
  .refine((text) => Buffer.byteLength(text) <= PASSWORD_BYTES, {
    message: 'Choose a shorter password: accents and emoji count more than once',
  })

const name = z
  .string({ required_error: 'Enter your name' })
  .transform(oneLine)
  .pipe(
    z
      .string()
      .min(1, 'Enter your name')
      .max(NAME_LENGTH, `Shorten your name to ${NAME_LENGTH} characters`),
  )

/** What somebody says who wants a link by mail. */
export const emailSchema = z.object({ email })

/** A new password; how hard it is to guess is judged where the lists are. */
export const newPasswordSchema = z.object({ password: newPassword })

/** The same with the password so far, for people who have not just proved who they are. */
export const changePasswordSchema = z.object({
  current: z.string().max(1000, 'Enter your password').optional(),
  password: newPassword,
})

/** A place of the list; nothing for the portal's own. */
const timeZone = z
  .string()
  .refine((zone) => timeZones().includes(zone), 'Choose a time zone from the list')
  .optional()

/** What somebody says who wants an account. */
export const signUpSchema = z.object({ name, email, password: newPassword, time_zone: timeZone })

/** What somebody says who has one. Its rules are not told here: any password may be tried. */
export const signInSchema = z.object({
  email,
  password: z
    .string({ required_error: 'Enter your password' })
    .min(1, 'Enter your password')
    .max(1000, 'Enter your password'),
  next: z.string().optional(),
})

const current = z.string().max(1000, 'Enter your password').optional()

/** An international number as people write it; kept as digits with country code. */
const phone = z
  .string({ required_error: 'Enter your phone number' })
  .transform((text) => text.replace(/[\s()./-]/g, '').replace(/^00/, '+'))
  .pipe(
    z
      .string()
      .min(1, 'Enter your phone number')
      .regex(
        /^\+[1-9]\d{6,14}$/,
        'Enter the phone number with its country code, such as +49 151 23456789',
      ),
  )

const code = z
  .string({ required_error: 'Enter the code' })
  .transform((text) => text.replace(/\D/g, ''))
  .pipe(z.string().min(1, 'Enter the code').length(6, 'Enter the six digits of the code'))

/** How the portal calls somebody, and in which zone it writes times. */
export const detailsSchema = z.object({ name, time_zone: timeZone })

export const changeEmailSchema = z.object({ email, current })
export const changePhoneSchema = z.object({ phone, current })
export const phoneSchema = z.object({ phone })
export const codeSchema = z.object({ code })
export const currentSchema = z.object({ current })
