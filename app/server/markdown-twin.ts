import type { IncomingMessage, ServerResponse } from 'node:http'
import { openContent } from '~/features/articles/content.server'
import { LOCKED_CSP } from '~/http/security-headers'

const TWIN = /^(\/(?:kb|faq|tutorials)\/[a-z0-9/-]+)\.md$/

/**
 * `/kb/tickets/add-files.md`: the same page as plain Markdown, for readers and programs that want
 * text. Answered here, since a route cannot end in the middle of a part of the path.
 * @returns false when no document has this address
 */
export function answerMarkdownTwin(
  req: IncomingMessage,
  res: ServerResponse,
  contentDir: string,
): boolean {
  if (req.method !== 'GET' && req.method !== 'HEAD') return false
  const [, address] = TWIN.exec(req.url ?? '') ?? []
  const document = address ? openContent(contentDir).findDocument(address) : null
  if (!document) return false
  const etag = `"${document.revision.slice(0, 22)}"`
  const headers = {
    ETag: etag,
    'Cache-Control': 'public, max-age=0, must-revalidate',
    'Content-Security-Policy': LOCKED_CSP,
  }
  if (req.headers['if-none-match'] === etag) {
    res.writeHead(304, headers).end()
    return true
  }
  res.writeHead(200, { ...headers, 'Content-Type': 'text/markdown; charset=utf-8' })
  res.end(req.method === 'HEAD' ? undefined : document.markdown)
  return true
}
