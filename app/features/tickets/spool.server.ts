import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** A file that has arrived whole, on disk, with what is known of its bytes. */
export type SpooledFile = {
  /** Where it lies until the work is done. */
  path: string
  /** Bytes. */
  size: number
  /** SHA-256 of the bytes, hex. */
  hash: string
  /** The first bytes, up to 4,100: enough to tell text from anything else. */
  head: Uint8Array
  read(): Readable
}

const FOLDER = join(tmpdir(), 'portico-uploads')
const HEAD_BYTES = 4_100

/**
 * Lets a file arrive on disk before anything is done with it: its size, its kind and whether it is
 * whole are only known at its end, and ten of them must not stand in memory. Gone when `work` is done.
 */
export async function withSpooledFile<T>(
  stream: Readable,
  work: (file: SpooledFile) => Promise<T>,
): Promise<T> {
  await mkdir(FOLDER, { recursive: true, mode: 0o700 })
  const path = join(FOLDER, randomUUID())
  const hash = createHash('sha256')
  let size = 0
  try {
    await pipeline(
      stream,
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          size += chunk.length
          hash.update(chunk)
          yield chunk
        }
      },
      createWriteStream(path, { flags: 'wx', mode: 0o600 }),
    )
    const head = await readHead(path, Math.min(size, HEAD_BYTES))
    const read = () => createReadStream(path)
    return await work({ path, size, hash: hash.digest('hex'), head, read })
  } finally {
    await rm(path, { force: true })
  }
}

async function readHead(path: string, length: number): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const head = new Uint8Array(length)
    await file.read(head, 0, length, 0)
    return head
  } finally {
    await file.close()
  }
}
