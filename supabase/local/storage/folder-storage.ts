import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import type { App } from '@supabase/lite'

// lite exports no name for these types.
type StorageAdapter = NonNullable<App['_storageAdapter']>
type Body = Parameters<StorageAdapter['uploadObject']>[3]
type Metadata = Awaited<ReturnType<StorageAdapter['headObject']>>

/** What is kept about an object. `file` names its bytes, beside this record. */
type Entry = {
  key: string
  file: string
  mimetype: string
  cacheControl: string
  size: number
  eTag: string
  lastModified: string
}

/**
 * Keeps the objects of lite's storage in a folder. An object is a record `<hash of key>.json`
 * that names the file with its bytes. The record is renamed into place once the bytes are
 * complete, so a reader finds the old object or the new one, never half of one. lite's versions
 * are ignored: there is one object per key.
 */
export class FolderStorage implements StorageAdapter {
  driver = null

  constructor(private readonly folder: string) {}

  async getObject(bucket: string, key: string) {
    const entry = await this.#read(bucket, key)
    const bytes = createReadStream(this.#path(bucket, entry.file))
    return {
      metadata: toMetadata(entry),
      httpStatusCode: 200,
      body: Readable.toWeb(bytes) as ReadableStream,
    }
  }

  async uploadObject(
    bucket: string,
    key: string,
    _version: string | undefined,
    body: Body,
    contentType: string,
    cacheControl: string,
  ): Promise<Metadata> {
    await mkdir(this.#path(bucket), { recursive: true })
    const file = randomUUID()
    const path = this.#path(bucket, file)
    const digest = createHash('md5')
    let size = 0
    const measure = async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        digest.update(chunk)
        size += chunk.byteLength
        yield chunk
      }
    }
    try {
      await pipeline(toReadable(body), measure, createWriteStream(path, { flags: 'wx' }))
    } catch (error) {
      await rm(path, { force: true })
      throw error
    }
    const entry: Entry = {
      key,
      file,
      mimetype: contentType,
      cacheControl,
      size,
      eTag: `"${digest.digest('hex')}"`,
      lastModified: new Date().toISOString(),
    }
    await this.#write(bucket, entry)
    return toMetadata(entry)
  }

  async deleteObject(bucket: string, key: string) {
    const entry = await this.#find(bucket, key)
    if (!entry) return
    await rm(this.#recordPath(bucket, key), { force: true })
    await rm(this.#path(bucket, entry.file), { force: true })
  }

  async deleteObjects(bucket: string, keys: string[]) {
    for (const key of keys) await this.deleteObject(bucket, key)
  }

  async copyObject(
    sourceBucket: string,
    source: string,
    _sourceVersion: string | undefined,
    bucket: string,
    key: string,
  ) {
    const entry = await this.#read(sourceBucket, source)
    await mkdir(this.#path(bucket), { recursive: true })
    const copy = { ...entry, key, file: randomUUID(), lastModified: new Date().toISOString() }
    await copyFile(this.#path(sourceBucket, entry.file), this.#path(bucket, copy.file))
    await this.#write(bucket, copy)
    return { httpStatusCode: 200, eTag: copy.eTag, lastModified: new Date(copy.lastModified) }
  }

  async headObject(bucket: string, key: string): Promise<Metadata> {
    return toMetadata(await this.#read(bucket, key))
  }

  /** Where the bytes are; lite asks for it only to have images transformed elsewhere. */
  async privateAssetUrl(bucket: string, key: string) {
    const entry = await this.#read(bucket, key)
    return this.#path(bucket, entry.file)
  }

  async #write(bucket: string, entry: Entry) {
    const before = await this.#find(bucket, entry.key)
    const draft = this.#path(bucket, `${entry.file}.new`)
    await writeFile(draft, JSON.stringify(entry))
    await rename(draft, this.#recordPath(bucket, entry.key))
    if (before) await rm(this.#path(bucket, before.file), { force: true })
  }

  async #read(bucket: string, key: string): Promise<Entry> {
    const entry = await this.#find(bucket, key)
    if (!entry) throw new Error(`The bytes of ${bucket}/${key} are missing.`)
    return entry
  }

  async #find(bucket: string, key: string): Promise<Entry | null> {
    try {
      return JSON.parse(await readFile(this.#recordPath(bucket, key), 'utf8')) as Entry
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
      throw error
    }
  }

  #recordPath(bucket: string, key: string) {
    return this.#path(bucket, `${createHash('sha256').update(key).digest('hex')}.json`)
  }

  #path(bucket: string, ...names: string[]) {
    return join(this.folder, encodeURIComponent(bucket).replaceAll('.', '%2E'), ...names)
  }
}

function toReadable(body: Body): Readable {
  if (body instanceof Uint8Array) return Readable.from([body])
  return Readable.fromWeb(body as ReadableStream<Uint8Array>)
}

function toMetadata(entry: Entry): Metadata {
  return {
    cacheControl: entry.cacheControl,
    contentLength: entry.size,
    size: entry.size,
    mimetype: entry.mimetype,
    lastModified: new Date(entry.lastModified),
    eTag: entry.eTag,
    httpStatusCode: 200,
  }
}
