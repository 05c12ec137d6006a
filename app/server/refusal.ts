import type { IncomingMessage } from 'node:http'
import { isLoopback } from '~/lib/loopback'
import type { Env } from '~/platform/env.server'
import { isTrustedOrigin } from './origin'
import type { PlainStatus } from './plain-page'

const LONGEST_URL = 8_000
/** What the fields of a form and the frame around its files take up at most (bytes). */
const LARGEST_FORM = 10_000_000

/** What the server refuses by itself, or null. */
export function refusal(req: IncomingMessage, env: Env): PlainStatus | null {
  const { method = 'GET', headers, url = '/' } = req
  if (url.length > LONGEST_URL) return 414
  if (!url.startsWith('/')) return 400
  if (method === 'GET' || method === 'HEAD') return null
  if (method !== 'POST') return 405
  if (Number(headers['content-length'] ?? 0) > largestBody(env)) return 413
  const header = (name: string) => (headers[name] === undefined ? null : String(headers[name]))
  const from = {
    origin: header('origin'),
    secFetchSite: header('sec-fetch-site'),
    referer: header('referer'),
  }
  return isTrustedOrigin(from, env.PUBLIC_URL) ? null : 403
}

/** As many files as a message may have, and their form: a page's own limits are said in its own words. */
function largestBody({ ATTACHMENT_MAX_FILES, ATTACHMENT_MAX_MB }: Env): number {
  return ATTACHMENT_MAX_FILES * ATTACHMENT_MAX_MB * 1_000_000 + LARGEST_FORM
}

/**
 * Finds requests that came by another name of this machine than PUBLIC_URL's: cookies would be set for the
 * wrong one.
 */
export function otherLoopbackName(publicUrl: string): (req: IncomingMessage) => boolean {
  const ours = new URL(publicUrl)
  if (!isLoopback(ours.hostname)) return () => false
  return ({ headers: { host } }) =>
    host !== undefined &&
    host !== ours.host &&
    URL.canParse(`http://${host}`) &&
    isLoopback(new URL(`http://${host}`).hostname)
}
