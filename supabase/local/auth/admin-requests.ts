import { z } from 'zod'
import { secondsOf } from '../go-duration'
import { AuthError } from './auth-error'

const metadata = z.record(z.unknown())

/**
 * "24h", "1h30m" → the end of the ban; "none" → `null`, which lifts it; nothing → `undefined`,
 * which leaves it.
 *
 * Source: `ban_duration` of the Supabase Auth admin API.
 */
export function banEnd(duration: string | null | undefined, now: Date): Date | null | undefined {
  if (!duration) return undefined
  if (duration === 'none') return null
  return new Date(now.getTime() + secondsOf(duration) * 1000)
}

const banDuration = z
  .string()
  .regex(/^(none|(\d+(\.\d+)?(ms|s|m|h))+)$/, 'ban_duration is a duration such as 24h, or none')

export const newUserSchema = z.object({
  id: z.string().uuid().optional(),
  email: z.string().email(),
  password: z.string().max(72).nullish(),
  email_confirm: z.boolean().nullish(),
  ban_duration: banDuration.nullish(),
  app_metadata: metadata.nullish(),
  user_metadata: metadata.nullish(),
})

export const userChangesSchema = z.object({
  email: z.string().email().nullish(),
  password: z.string().max(72).nullish(),
  email_confirm: z.boolean().nullish(),
  ban_duration: banDuration.nullish(),
  app_metadata: metadata.nullish(),
  user_metadata: metadata.nullish(),
})

export const linkSchema = z.object({
  type: z.enum(['magiclink', 'recovery'], {
    message: 'Only links of the types magiclink and recovery are made here',
  }),
  email: z.string().email(),
})

/** @throws AuthError 400 that names the field. */
export async function readBody<Schema extends z.ZodTypeAny>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(await request.json().catch(() => null))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const field = issue?.path.join('.') || 'The body'
  throw new AuthError(400, 'validation_failed', `${field}: ${issue?.message}`)
}
