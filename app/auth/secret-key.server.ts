import { createHmac } from 'node:crypto'
import type { Env } from '~/platform/env.server'

/**
 * A name for something that must not be kept itself, such as an address: 43 characters, the same on
 * every web instance, and of no use without SESSION_SECRET.
 */
export function secretKey(env: Pick<Env, 'SESSION_SECRET'>, kind: string, value: string): string {
  return createHmac('sha256', env.SESSION_SECRET).update(`${kind}:${value}`).digest('base64url')
}

/** The key of an account by what people type to name it: an email address or a phone number. */
export function accountKey(env: Pick<Env, 'SESSION_SECRET'>, typed: string): string {
  return secretKey(env, 'account', typed.trim().toLowerCase())
}
