import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What is kept about an object. `file` names its bytes, in the same folder. */
export type ObjectRecord = {
  key: string
  file: string
  mimetype: string
  cacheControl: string
  size: number
  eTag: string
  /** ISO 8601. */
  lastModified: string
}

/**
 * One folder per bucket; in it, for each object, a record named by the hash of its key and the
 * file with its bytes. A record is renamed into place once the bytes are complete, so a reader
 * finds the old object or the new one, never half of one.
 */
export class ObjectRecords {
  constructor(private readonly folder: string) {}

  async find(bucket: string, key: string): Promise<ObjectRecord | null> {
    try {
      return JSON.parse(await readFile(this.#recordPath(bucket, key), 'utf8')) as ObjectRecord
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
      throw error
    }
  }

  async get(bucket: string, key: string): Promise<ObjectRecord> {
    const record = await this.find(bucket, key)
    if (!record) throw new Error(`The bytes of ${bucket}/${key} are missing.`)
    return record
  }

  /** Replaces the record of the same key and removes the bytes that belonged to it. */
  async put(bucket: string, record: ObjectRecord) {
    const before = await this.find(bucket, record.key)
    const draft = this.bytesPath(bucket, `${record.file}.new`)
    await writeFile(draft, JSON.stringify(record))
    await rename(draft, this.#recordPath(bucket, record.key))
    if (before) await rm(this.bytesPath(bucket, before.file), { force: true })
  }

  async remove(bucket: string, key: string) {
    const record = await this.find(bucket, key)
    if (!record) return
    await rm(this.#recordPath(bucket, key), { force: true })
    await rm(this.bytesPath(bucket, record.file), { force: true })
  }

  async makeBucketFolder(bucket: string) {
    await mkdir(this.#bucketFolder(bucket), { recursive: true })
  }

  bytesPath(bucket: string, file: string): string {
    return join(this.#bucketFolder(bucket), file)
  }

  #recordPath(bucket: string, key: string) {
    const name = createHash('sha256').update(key).digest('hex')
    return join(this.#bucketFolder(bucket), `${name}.json`)
  }

  #bucketFolder(bucket: string) {
    // A bucket named ".." stays a name.
    return join(this.folder, encodeURIComponent(bucket).replaceAll('.', '%2E'))
  }
}
