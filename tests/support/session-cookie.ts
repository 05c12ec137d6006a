import type { Actor } from './actors'

export const SESSION_COOKIE = 'portico-session'

type Tokens = {
  access_token: string
  refresh_token: string
  /** Seconds since 1970; what the portal goes by to renew a session. */
  expires_at: number
  [more: string]: unknown
}

function chunkNames(actor: Actor): string[] {
  const names = actor.cookieNames().filter((name) => name.startsWith(SESSION_COOKIE))
  return names.sort((a, b) => Number(a.split('.')[1] ?? 0) - Number(b.split('.')[1] ?? 0))
}

/** The tokens that a browser carries. @throws when it carries none */
export function tokensOf(actor: Actor): Tokens {
  const value = chunkNames(actor)
    .map((name) => actor.cookie(name))
    .join('')
  const json = Buffer.from(value.replace(/^base64-/, ''), 'base64url').toString()
  return JSON.parse(json) as Tokens
}

/** As the portal writes a session into a cookie. */
export function sessionCookie(session: unknown): string {
  return `base64-${Buffer.from(JSON.stringify(session)).toString('base64url')}`
}

/** Gives a browser a session of one's own making, and nothing else. */
export function carry(actor: Actor, session: unknown): Actor {
  actor.clearCookies()
  actor.setCookie(SESSION_COOKIE, sessionCookie(session))
  return actor
}

/** Lets the access token of a browser run out, as after an hour. */
export function expire(actor: Actor): void {
  carry(actor, { ...tokensOf(actor), expires_at: Math.floor(Date.now() / 1000) - 60 })
}

/** A token that says what one likes, signed with nothing or with a secret of one's own. */
export function forgedToken(claims: Record<string, unknown>, signature = ''): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const head = { alg: signature ? 'HS256' : 'none', typ: 'JWT' }
  const exp = Math.floor(Date.now() / 1000) + 3600
  return `${part(head)}.${part({ exp, aud: 'authenticated', ...claims })}.${signature}`
}
