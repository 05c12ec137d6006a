import { LOCKED_CSP, pageCsp } from '~/http/security-headers'
import type { Tier } from '~/http/tier'

/** What decides whether an answer is safe to send, as one value that a table can be held against. */
export type PageFacts = {
  status: number
  /** Scripts in the page: how many, and whether each carries the nonce of its CSP. */
  scripts: 'none' | 'by nonce' | 'without nonce'
  csp: Tier | 'locked' | 'other' | 'missing'
  cache: string | null
  setCookie: string[]
}

const NONCE = /'nonce-([\w+/]{22}==)'/

/** The nonce of a page, 128 bits in base64, or the empty string. */
export function nonceOf(response: Response): string {
  return NONCE.exec(response.headers.get('Content-Security-Policy') ?? '')?.[1] ?? ''
}

export async function pageFacts(response: Response): Promise<PageFacts> {
  const html = await response.text()
  return {
    status: response.status,
    scripts: scriptsIn(html, nonceOf(response)),
    csp: cspOf(response),
    cache: response.headers.get('Cache-Control'),
    setCookie: response.headers.getSetCookie().map((line) => line.split('=')[0]!),
  }
}

function scriptsIn(html: string, nonce: string): PageFacts['scripts'] {
  const scripts = html.match(/<script\b[^>]*>|<link[^>]+(?:modulepreload|as="script")[^>]*>/g) ?? []
  if (scripts.length === 0) return 'none'
  const inline = scripts.filter((tag) => tag.startsWith('<script'))
  const named = inline.every((tag) => nonce !== '' && tag.includes(`nonce="${nonce}"`))
  return named ? 'by nonce' : 'without nonce'
}

function cspOf(response: Response): PageFacts['csp'] {
  const csp = response.headers.get('Content-Security-Policy')
  if (!csp) return 'missing'
  if (csp === LOCKED_CSP) return 'locked'
  const tiers: Tier[] = ['still', 'touched', 'app']
  return tiers.find((tier) => pageCsp(tier, nonceOf(response)) === csp) ?? 'other'
}

/** A page without what differs from one request to the next: nonces. Dates and ids are headers. */
export function withoutNonce(html: string, response: Response): string {
  const nonce = nonceOf(response)
  return nonce ? html.replaceAll(nonce, '') : html
}
