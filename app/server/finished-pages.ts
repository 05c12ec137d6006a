import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { chooseEncoding, type Encoding } from './compression'

type Bytes = Record<Encoding | 'identity', Buffer>
type FinishedPage = { bytes: Bytes; etag: string; headers: Record<string, string> }

/** Bytes of identity HTML that are kept at most; the page asked for longest ago goes first. */
const KEPT_BYTES = 128 * 1024 * 1024

const STILL_PATH = /^\/(?:$|kb(?:\/|$)|faq(?:\/|$)|tutorials(?:\/|$))/

/** Only these headers of a rendered page are the same for everybody. */
const SHARED_HEADERS = ['content-type', 'content-security-policy', 'link']

/** Revalidated each time, so a new deployment is seen at once and an unchanged page costs 304. */
const CACHE_CONTROL = 'public, max-age=0, must-revalidate'

function isRead(method: string | undefined): boolean {
  return method === 'GET' || method === 'HEAD'
}

function isStill(url: string): boolean {
  return !url.includes('?') && STILL_PATH.test(url)
}

/** How hard to compress: at once for the person who waits, then as well as can be for all others. */
const QUICK = { br: 5, gzip: 6 }
const BEST = { br: 11, gzip: 9 }

async function compress(html: Buffer, quality: typeof QUICK): Promise<Bytes> {
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(html, { params: { [constants.BROTLI_PARAM_QUALITY]: quality.br } }),
    promisify(gzip)(html, { level: quality.gzip }),
  ])
  return { identity: html, br, gzip: gz }
}

/**
 * Still pages are the same bytes for everybody. Each is rendered once, then answered from here,
 * ahead of Remix and without any backend.
 */
export class FinishedPages {
  readonly #pages = new Map<string, FinishedPage>()
  #size = 0

  /** True where an answer may be kept: the page of a still address without a query. */
  static mayKeep({ method, url = '/' }: IncomingMessage, response: Response): boolean {
    const page = response.headers.get('Content-Type')?.startsWith('text/html') ?? false
    return page && response.status === 200 && isRead(method) && isStill(url)
  }

  /** Answers from the kept bytes; false when the page is not here yet. */
  answer(req: IncomingMessage, res: ServerResponse): boolean {
    const page = isRead(req.method) ? this.#pages.get(req.url ?? '') : undefined
    if (!page) return false
    this.#pages.delete(req.url!)
    this.#pages.set(req.url!, page) // the newest stands last
    const encoding =
      chooseEncoding(String(req.headers['accept-encoding'] ?? ''), 'text/html') ?? 'identity'
    const shared = {
      ...page.headers,
      ETag: page.etag,
      Vary: 'Accept-Encoding',
      'Cache-Control': CACHE_CONTROL,
    }
    if (req.headers['if-none-match']?.includes(page.etag)) {
      res.writeHead(304, shared).end()
      return true
    }
    const body = page.bytes[encoding]
    res.writeHead(200, {
      ...shared,
      ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
      'Content-Length': body.length,
    })
    res.end(req.method === 'HEAD' ? undefined : body)
    return true
  }

  /** Keeps a rendered page and hands back one that can still be sent. */
  async keep(url: string, response: Response): Promise<void> {
    const html = Buffer.from(await response.arrayBuffer())
    const headers: Record<string, string> = {}
    for (const name of SHARED_HEADERS) {
      const value = response.headers.get(name)
      if (value) headers[name] = value
    }
    const hash = createHash('sha256').update(html).digest('base64url').slice(0, 22)
    this.#drop(url)
    const page = { bytes: await compress(html, QUICK), etag: `W/"${hash}"`, headers }
    this.#pages.set(url, page)
    this.#size += html.length
    void compress(html, BEST).then((bytes) => (page.bytes = bytes))
    for (const oldest of this.#pages.keys()) {
      if (this.#size <= KEPT_BYTES) break
      this.#drop(oldest)
    }
  }

  #drop(url: string): void {
    const page = this.#pages.get(url)
    if (!page) return
    this.#pages.delete(url)
    this.#size -= page.bytes.identity.length
  }
}
