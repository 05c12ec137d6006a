const BASE = 'https://portico.invalid'
const LONGEST = 1024

/**
 * The place on our own site that `next` names, or `fallback`. Browsers read `\`, tabs and `//` in
 * their own ways, so whatever is not plainly a path of this origin is dropped, never mended.
 * @param next untrusted, from a query or a form
 */
export function safeNext(next: unknown, fallback: string): string {
  if (typeof next !== 'string' || next.length > LONGEST) return fallback
  if (!next.startsWith('/') || next.startsWith('//')) return fallback
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\\\u0000-\u0020\u007f]/.test(next) || /%(?:5c|2f%2f|0[0-9a-f]|1[0-9a-f])/i.test(next)) {
    return fallback
  }
  const url = URL.canParse(next, BASE) ? new URL(next, BASE) : null
  if (!url || url.origin !== BASE || url.pathname.startsWith('//')) return fallback
  return url.pathname + url.search + url.hash
}
