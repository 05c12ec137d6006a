import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { copyFile, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import type { App } from '@supabase/lite'
import { ObjectRecords, type ObjectRecord } from './object-records'

// lite exports no name for these types.
type StorageAdapter = NonNullable<App['_storageAdapter']>
type Body = Parameters<StorageAdapter['uploadObject']>[3]
type Metadata = Awaited<ReturnType<StorageAdapter['headObject']>>

/**
 * Keeps the objects of lite's storage in a folder; bytes are streamed both ways. lite's versions
 * are ignored: there is one object per key.
 */
export class FolderStorage implements StorageAdapter {
  driver = null
  readonly #records: ObjectRecords

  constructor(folder: string) {
    this.#records = new ObjectRecords(folder)
  }

  async getObject(bucket: string, key: string) {
    const record = await this.#records.get(bucket, key)
    const bytes = createReadStream(this.#records.bytesPath(bucket, record.file))
    return {
      metadata: toMetadata(record),
      httpStatusCode: 200,
      body: Readable.toWeb(bytes) as ReadableStream,
    }
  }

  async uploadObject(
    bucket: string,
    key: string,
    _version: string | undefined,
    body: Body,
    mimetype: string,
    cacheControl: string,
  ): Promise<Metadata> {
    await this.#records.makeBucketFolder(bucket)
    const file = randomUUID()
    const { size, md5 } = await writeBytes(this.#records.bytesPath(bucket, file), body)
    const lastModified = new Date().toISOString()
    const record = { key, file, mimetype, cacheControl, size, eTag: `"${md5}"`, lastModified }
    await this.#records.put(bucket, record)
    return toMetadata(record)
  }

  async deleteObject(bucket: string, key: string) {
    await this.#records.remove(bucket, key)
  }

  async deleteObjects(bucket: string, keys: string[]) {
    for (const key of keys) await this.#records.remove(bucket, key)
  }

  async copyObject(
    sourceBucket: string,
    source: string,
    _sourceVersion: string | undefined,
    bucket: string,
    key: string,
  ) {
    const original = await this.#records.get(sourceBucket, source)
    await this.#records.makeBucketFolder(bucket)
    const lastModified = new Date()
    const copy = {
      ...original,
      key,
      file: randomUUID(),
      lastModified: lastModified.toISOString(),
    }
    await copyFile(
      this.#records.bytesPath(sourceBucket, original.file),
      this.#records.bytesPath(bucket, copy.file),
    )
    await this.#records.put(bucket, copy)
    return { httpStatusCode: 200, eTag: copy.eTag, lastModified }
  }

  async headObject(bucket: string, key: string): Promise<Metadata> {
    return toMetadata(await this.#records.get(bucket, key))
  }

  /** Where the bytes are; lite asks for it only to have images transformed elsewhere. */
  async privateAssetUrl(bucket: string, key: string) {
    const record = await this.#records.get(bucket, key)
    return this.#records.bytesPath(bucket, record.file)
  }
}

/** An upload that breaks off leaves nothing. */
async function writeBytes(path: string, body: Body): Promise<{ size: number; md5: string }> {
  const digest = createHash('md5')
  let size = 0
  async function* measured(chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      digest.update(chunk)
      size += chunk.byteLength
      yield chunk
    }
  }
  try {
    await pipeline(toReadable(body), measured, createWriteStream(path, { flags: 'wx' }))
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  return { size, md5: digest.digest('hex') }
}

function toReadable(body: Body): Readable {
  if (body instanceof Uint8Array) return Readable.from([body])
  return Readable.fromWeb(body as ReadableStream<Uint8Array>)
}

function toMetadata(record: ObjectRecord): Metadata {
  return {
    cacheControl: record.cacheControl,
    contentLength: record.size,
    size: record.size,
    mimetype: record.mimetype,
    lastModified: new Date(record.lastModified),
    eTag: record.eTag,
    httpStatusCode: 200,
  }
}
