import { Readable } from 'node:stream'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import busboy from 'busboy'
import { invalid } from '~/lib/errors'

/** A file on its way in: its bytes are not here yet, and need not fit into memory. */
export type IncomingFile = {
  field: string
  /** The name the person's browser gave it; untrusted. */
  name: string
  stream: Readable & { truncated?: boolean }
}

export type FormFields = FormData

/** Limits of every form: far above what a person types, far below what hurts. */
const LIMITS = {
  fieldNameSize: 100,
  fieldSize: 256 * 1024,
  fields: 200,
  // More than any form takes: which of them are too many, the form says in its own words.
  files: 100,
  parts: 300,
  headerPairs: 100,
}

type Options = {
  /** Called for each chosen file, in order, with the fields that stand before it in the form. */
  onFile?: (file: IncomingFile, fields: FormFields) => Promise<void>
  /** Longest file (bytes); the stream of a longer one ends early and is marked `truncated`. */
  maxFileBytes?: number
}

/**
 * Reads a posted form, files as streams, one after the other. Hidden fields therefore stand before
 * file inputs in every form of ours.
 * @throws Problem `invalid` for a body that is no form, is cut off, or has more parts than a person makes
 */
export async function readForm(request: Request, options: Options = {}): Promise<FormFields> {
  const parser = createParser(request, options)
  const fields = new FormData()
  /** The work on the files so far: each waits for the one before it. */
  let last = Promise.resolve()
  await new Promise<void>((resolve, reject) => {
    const refuse = (why: unknown) =>
      reject(
        invalid(
          'This form could not be read. Go back, load the page again and send it once more.',
          why,
        ),
      )
    parser.on('field', (name, value, info) => {
      if (info.nameTruncated || info.valueTruncated) refuse(new Error(`field ${name} is too long`))
      else fields.append(name, value)
    })
    parser.on('file', (field, stream, info) => {
      stream.on('error', refuse)
      const name = info.filename ?? ''
      if (!options.onFile || name === '') return void stream.resume()
      last = last
        .then(() => options.onFile!({ field, name, stream }, fields))
        .finally(() => stream.resume())
      last.catch(reject)
    })
    for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) {
      parser.on(limit, () => refuse(new Error(limit)))
    }
    parser.on('error', refuse)
    parser.on('close', resolve)
    bodyOf(request).on('error', refuse).pipe(parser)
  })
  await last
  return fields
}

function bodyOf(request: Request): Readable {
  if (!request.body) return Readable.from([])
  return Readable.fromWeb(request.body as NodeReadableStream<Uint8Array>)
}

function createParser(request: Request, options: Options): busboy.Busboy {
  try {
    return busboy({
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
      defParamCharset: 'utf8',
      // busboy calls a file of exactly its limit cut off.
      limits: { ...LIMITS, fileSize: (options.maxFileBytes ?? 0) + 1 },
    })
  } catch (error) {
    throw invalid('This form could not be read. Load the page again and send it once more.', error)
  }
}
