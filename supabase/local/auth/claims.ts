import { z } from 'zod'

const claimsSchema = z.object({ sub: z.string(), session_id: z.string() }).partial()

/**
 * What the bearer token of a request says. Its signature is not checked here: only use it where
 * lite has checked it, or where a forged one would gain nothing.
 */
export function claimsOf(authorization: string | null | undefined): z.infer<typeof claimsSchema> {
  const claims = authorization?.replace(/^Bearer /, '').split('.')[1]
  if (!claims) return {}
  try {
    const parsed = claimsSchema.safeParse(JSON.parse(Buffer.from(claims, 'base64url').toString()))
    return parsed.data ?? {}
  } catch {
    return {}
  }
}
