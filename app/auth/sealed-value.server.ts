import { timingSafeEqual } from 'node:crypto'
import type { Env } from '~/platform/env.server'
import { secretKey } from './secret-key.server'

type Settings = Pick<Env, 'SESSION_SECRET'>

/**
 * A value that a browser carries for us and cannot change. It can be read; it is only ever good for
 * one purpose, and the time of its making is in it.
 */
export function seal(env: Settings, purpose: string, value: string, now: Date): string {
  const body = `${now.getTime().toString(36)}.${Buffer.from(value).toString('base64url')}`
  return `${body}.${secretKey(env, `seal:${purpose}`, body)}`
}

type Unsealed = { value: string; ageMs: number }

/** What was sealed for this purpose and how long ago; null for anything that we did not make. */
export function unseal(env: Settings, purpose: string, text: unknown, now: Date): Unsealed | null {
  if (typeof text !== 'string' || text.length > 2000) return null
  const [at = '', value = '', mark = ''] = text.split('.')
  const expected = Buffer.from(secretKey(env, `seal:${purpose}`, `${at}.${value}`))
  const given = Buffer.from(mark)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const ageMs = now.getTime() - Number.parseInt(at, 36)
  return { value: Buffer.from(value, 'base64url').toString(), ageMs }
}
