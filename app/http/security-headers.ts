import type { Tier } from './tier'

/** Headers of every answer, whatever it is; a page's CSP is added by its tier. */
export function baseHeaders(secure: boolean): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    // `no-referrer` would make Chromium send `Origin: null` with our own forms.
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Frame-Options': 'DENY',
    ...(secure ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}),
  }
}

/** For answers that are no pages: nothing may be loaded, run or framed. */
export const LOCKED_CSP =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"

const SCRIPTS: Record<Tier, (nonce: string) => string> = {
  still: () => "script-src 'none'",
  touched: () => "script-src 'self'",
  app: (nonce) => `script-src 'nonce-${nonce}' 'strict-dynamic'`,
}

/**
 * The Content-Security-Policy of a page.
 * @param nonce 128 random bits in base64; used by the app tier alone
 * @param hotReload in development: the page may listen for changes, on a port of its own
 */
export function pageCsp(tier: Tier, nonce: string, hotReload = false): string {
  const connect = tier === 'still' ? "'none'" : `'self'${hotReload ? ' ws:' : ''}`
  return [
    "default-src 'none'",
    SCRIPTS[tier](nonce),
    "style-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    "font-src 'self'",
    `connect-src ${connect}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')
}
