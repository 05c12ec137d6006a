import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib'
import type { Encoding } from './compression'

type Compressed = Record<Encoding, Buffer>

/** How long (ms) no new page was asked for before time is spent on those that are here. */
const QUIET_MS = 500

/**
 * One encoding of a page, for the person who waits; the next ones get better bytes. Here and not in
 * the thread pool: it takes some 0.1 ms, half of what quality 5 does, and the way there and back would
 * take longer.
 */
export function compressQuickly(html: Buffer, encoding: Encoding): Buffer {
  if (encoding === 'gzip') return gzipSync(html)
  return brotliCompressSync(html, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 3,
      [constants.BROTLI_PARAM_SIZE_HINT]: html.length,
    },
  })
}

async function compressWell(html: Buffer): Promise<Compressed> {
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(html, {
      params: { [constants.BROTLI_PARAM_SIZE_HINT]: html.length }, // and the best quality, as it is
    }),
    promisify(gzip)(html, { level: 9 }),
  ])
  return { br, gzip: gz }
}

type Waiting = { html: Buffer; done: (bytes: Compressed) => void }

/**
 * Compresses pages as well as can be, one after the other, when no new page is asked for: the best
 * brotli of one page takes as long as rendering five.
 */
export class BestCompression {
  #waiting: Waiting[] = []
  #timer: NodeJS.Timeout | null = null
  #working = false

  /** @param done is given the bytes, at some time */
  add(html: Buffer, done: (bytes: Compressed) => void): void {
    this.#waiting.push({ html, done })
    if (this.#working) return
    if (this.#timer) this.#timer.refresh()
    else this.#timer = setTimeout(() => void this.#work(), QUIET_MS).unref()
  }

  async #work(): Promise<void> {
    this.#timer = null
    this.#working = true
    try {
      for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
        next.done(await compressWell(next.html))
      }
    } finally {
      this.#working = false
    }
  }
}
