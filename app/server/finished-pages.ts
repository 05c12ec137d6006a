import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { chooseEncoding, type Encoding } from './compression'
import { BestCompression, compressQuickly } from './finished-bytes'

/** An answer that only has to be written: its headers as node:http takes them the fastest. */
type Answer = { headers: string[]; body: Buffer }

type FinishedPage = {
  headers: Record<string, string>
  etag: string
  identity: Answer
  /** Made when the first reader asks for it, and better afterwards. */
  encoded: Partial<Record<Encoding, Answer>>
  unchanged: Answer
}

/** Bytes of identity HTML that are kept at most; the page asked for longest ago goes first. */
const KEPT_BYTES = 128 * 1024 * 1024

const STILL_PATH = /^\/(?:$|kb(?:\/|$)|faq(?:\/|$)|tutorials(?:\/|$))/

/** Only these headers of a rendered page are the same for everybody. */
const SHARED_HEADERS = ['content-type', 'content-security-policy', 'link']

/** Revalidated each time, so a new deployment is seen at once and an unchanged page costs 304. */
const CACHE_CONTROL = 'public, max-age=0, must-revalidate'

const NOTHING = Buffer.alloc(0)

function isRead(method: string | undefined): boolean {
  return method === 'GET' || method === 'HEAD'
}

function isStill(url: string): boolean {
  return !url.includes('?') && STILL_PATH.test(url)
}

/** The headers of a rendered page that are the same for everybody, and those of all kept pages. */
function sharedHeaders(response: Response): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const name of SHARED_HEADERS) {
    const value = response.headers.get(name)
    if (value) headers[name] = value
  }
  return { ...headers, Vary: 'Accept-Encoding', 'Cache-Control': CACHE_CONTROL }
}

function encodedFor(req: IncomingMessage, page: FinishedPage): Answer {
  const encoding = chooseEncoding(String(req.headers['accept-encoding'] ?? ''), 'text/html')
  if (!encoding) return page.identity
  return (page.encoded[encoding] ??= wholeAnswer(
    page.headers,
    compressQuickly(page.identity.body, encoding),
    encoding,
  ))
}

function toAnswer(headers: Record<string, string>, body: Buffer): Answer {
  return { headers: Object.entries(headers).flat(), body }
}

function wholeAnswer(headers: Record<string, string>, body: Buffer, encoding?: Encoding): Answer {
  const encoded: Record<string, string> = encoding ? { 'Content-Encoding': encoding } : {}
  return toAnswer({ ...headers, ...encoded, 'Content-Length': String(body.length) }, body)
}

/**
 * Still pages are the same bytes for everybody. Each is rendered once, then answered from here,
 * ahead of everything else and without any backend.
 */
export class FinishedPages {
  readonly #pages = new Map<string, FinishedPage>()
  readonly #best = new BestCompression()
  readonly #always: Record<string, string>
  #size = 0

  /** @param always the headers of every answer of this server */
  constructor(always: Record<string, string>) {
    this.#always = always
  }

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
    if (req.headers['if-none-match']?.includes(page.etag)) {
      res.writeHead(304, page.unchanged.headers).end()
      return true
    }
    const { headers, body } = encodedFor(req, page)
    res.writeHead(200, headers).end(req.method === 'HEAD' ? undefined : body)
    return true
  }

  /** Keeps a rendered page, so that it can be answered. */
  async keep(url: string, response: Response): Promise<void> {
    const html = Buffer.from(await response.arrayBuffer())
    const etag = `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`
    const headers = { ...this.#always, ...sharedHeaders(response), ETag: etag }
    const page: FinishedPage = {
      headers,
      etag,
      identity: wholeAnswer(headers, html),
      encoded: {},
      unchanged: toAnswer(headers, NOTHING),
    }
    this.#put(url, page)
    this.#best.add(html, ({ br, gzip }) => {
      page.encoded = {
        br: wholeAnswer(headers, br, 'br'),
        gzip: wholeAnswer(headers, gzip, 'gzip'),
      }
    })
  }

  #put(url: string, page: FinishedPage): void {
    this.forget(url)
    this.#pages.set(url, page)
    this.#size += page.identity.body.length
    for (const oldest of this.#pages.keys()) {
      if (this.#size <= KEPT_BYTES) break
      this.forget(oldest)
    }
  }

  /** The next reader gets this page made anew. */
  forget(url: string): void {
    const page = this.#pages.get(url)
    if (!page) return
    this.#pages.delete(url)
    this.#size -= page.identity.body.length
  }
}
