import type { Transform } from 'node:stream'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'

const COMPRESSIBLE =
  /^(?:text\/(?!event-stream)|application\/(?:json|javascript|xml|atom\+xml)|image\/svg\+xml)/

export type Encoding = 'br' | 'gzip'

/** The encoding to answer in, or null; an event stream must not wait in a compressor's buffer. */
export function chooseEncoding(accepted: string | undefined, contentType: string): Encoding | null {
  if (!COMPRESSIBLE.test(contentType)) return null
  const offers = new Set(
    (accepted ?? '')
      .split(',')
      .map((offer) => offer.trim().toLowerCase())
      .filter((offer) => !/;\s*q=0(?:\.0*)?$/.test(offer))
      .map((offer) => offer.split(';')[0]),
  )
  if (offers.has('br')) return 'br'
  return offers.has('gzip') ? 'gzip' : null
}

/** A compressor that is quick enough for a page made for one person. */
export function createCompressor(encoding: Encoding): Transform {
  if (encoding === 'gzip') return createGzip({ level: 6 })
  return createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
}
