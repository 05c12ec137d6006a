import type { Readable } from 'node:stream'
import sharp from 'sharp'
import { notFound } from '~/lib/errors'

/** Longest side (CSS pixels) and what may be unpacked at most: a bomb is refused by its head. */
const SIDE = 240
const MOST_PIXELS = 50_000_000

/**
 * A small picture of a picture, as WebP: turned as it was taken, and without what a camera writes into it.
 * @throws Problem `not-found` for what cannot be read as a picture, or would be too large unpacked
 */
export async function makeThumbnail(original: Readable): Promise<Uint8Array<ArrayBuffer>> {
  const picture = sharp({ limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true })
  original.on('error', (error) => picture.destroy(error))
  const small = original
    .pipe(picture)
    .rotate()
    .resize(SIDE, SIDE, { fit: 'inside', withoutEnlargement: true })
  try {
    return new Uint8Array(await small.webp({ quality: 75 }).toBuffer())
  } catch (error) {
    throw notFound(error)
  }
}
