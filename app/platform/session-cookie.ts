type Cookie = { name: string; value: string }

/**
 * Whether cookies hold a session as `@supabase/ssr` writes it: base64url of JSON, in one cookie or
 * split into `.0`, `.1`, … Anything else is looked at no further: the client would take it for a
 * fault and write a page of it into the log, for whoever likes to send one.
 */
export function holdsSession(cookies: Cookie[], name: string): boolean {
  const values = new Map(cookies.map((cookie) => [cookie.name, cookie.value]))
  const value = values.get(name) ?? joinChunks(values, name)
  if (!value.startsWith('base64-')) return false
  try {
    return isSession(JSON.parse(decode(value.slice('base64-'.length))))
  } catch {
    return false
  }
}

function joinChunks(values: Map<string, string>, name: string): string {
  let joined = ''
  for (let index = 0; ; index += 1) {
    const chunk = values.get(`${name}.${index}`)
    if (chunk === undefined) return joined
    joined += chunk
  }
}

function decode(text: string): string {
  if (!/^[\w-]*$/.test(text)) throw new TypeError('This is not base64url.')
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'base64url'))
}

function isSession(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { access_token, refresh_token, expires_at } = value as Record<string, unknown>
  return [access_token, refresh_token].every(isToken) && typeof expires_at === 'number'
}

function isToken(value: unknown): boolean {
  return typeof value === 'string' && value.length > 0
}
