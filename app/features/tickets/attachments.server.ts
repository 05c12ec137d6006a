import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { fileTypeFromFile } from 'file-type'
import type { FormFields, IncomingFile } from '~/forms/read-form.server'
import { fileSize } from '~/lib/file-size'
import { unavailable } from '~/lib/errors'
import { readUuid } from '~/lib/uuid'
import { unwrap, type Supabase } from '~/platform/supabase.server'
import { findVirus } from '~/platform/virus-scanner.server'
import { safeFileName } from './file-name'
import { acceptedWords, filesAtMost, type FileRules } from './file-rules'
import { acceptedType } from './file-types'
import { withSpooledFile, type SpooledFile } from './spool.server'
import type { Attachment } from './ticket'

export const BUCKET = 'ticket-attachments'

/** Where a file belongs: the message's id is chosen by its form, before the message is sent. */
export type FileTarget = { ticketId: string; messageKey: string }

/** A file on its way in, with what may come in, and where the virus scanner is, if there is one. */
type OfferedFile = { incoming: IncomingFile; rules: FileRules; scanner?: string }

/**
 * Keeps a file for a message that is still being written.
 * @param parkedFor the person it is kept for, when the web server keeps it in their place
 * @returns a sentence for the person when the file cannot be taken, else null
 * @throws Problem `unavailable` where it could not be looked at or kept
 */
export async function keepFile(
  supabase: Supabase,
  target: FileTarget,
  { incoming, rules, scanner }: OfferedFile,
  parkedFor?: string,
): Promise<string | null> {
  const name = safeFileName(incoming.name)
  return withSpooledFile(incoming.stream, async (file) => {
    if (incoming.stream.truncated) {
      return `“${name}” is larger than ${fileSize(rules.maxBytes)}. Choose a smaller file`
    }
    if (file.size === 0) return `“${name}” is empty. Choose another file`
    const sniffed = await fileTypeFromFile(file.path)
    const type = acceptedType(rules.kinds, name, file.head, sniffed?.mime)
    if (!type) return `“${name}” cannot be attached. Choose ${acceptedWords(rules)}`
    if (scanner && (await findVirus(scanner, file.read()))) {
      return `“${name}” was refused by the virus scanner. Choose another file`
    }
    return announceAndUpload(supabase, target, { name, type, file, rules, parkedFor })
  })
}

type Checked = {
  name: string
  type: string
  file: SpooledFile
  rules: FileRules
  parkedFor?: string
}

async function announceAndUpload(
  supabase: Supabase,
  target: FileTarget,
  { name, type, file, rules, parkedFor }: Checked,
): Promise<string | null> {
  const id = fileId(target.messageKey, name, file.hash)
  const row = {
    id,
    ticket_id: target.ticketId,
    message_key: target.messageKey,
    name,
    content_type: type,
    size: file.size,
    most: rules.maxFiles,
  }
  const announce = async () =>
    parkedFor
      ? supabase.rpc('park_file', { person_id: parkedFor, ...row })
      : supabase.rpc('attach_file', row)
  const announced = await announce()
  if (wasSent(announced)) return null
  if (announced.error?.message === 'ticket_attachments_count') {
    return `“${name}” is one too many. Attach ${filesAtMost(rules)} at most`
  }
  unwrap(announced)
  // Where this fails the row stays: without its bytes it is in no list, and the sweep finds it.
  const error = await upload(supabase, `${target.ticketId}/${id}`, type, file)
  if (!error || isAlreadyThere(error)) return null
  // Nothing is added to a message that was sent, which may have come to pass just now.
  if (error.statusCode === '403' && wasSent(await announce())) return null
  throw unavailable(error)
}

/** The same form, sent twice, was faster the other time. */
const wasSent = ({ error }: { error: { code: string } | null }) => error?.code === 'PT409'

type StorageFault = { message: string; statusCode?: string }

async function upload(
  supabase: Supabase,
  path: string,
  contentType: string,
  file: SpooledFile,
): Promise<StorageFault | null> {
  const body = Readable.toWeb(file.read()) as ReadableStream<Uint8Array>
  const bucket = supabase.storage.from(BUCKET)
  const { error } = await bucket.upload(path, body, { contentType, duplex: 'half' })
  return error
}

/** A form that was sent twice: the name holds a hash of the bytes, so what is there is the same. */
function isAlreadyThere(error: StorageFault): boolean {
  return error.statusCode === '409' || error.message === 'The resource already exists'
}

/** The same file of the same message has the same id, so that a form sent twice keeps it once. */
function fileId(messageKey: string, name: string, hash: string): string {
  const hex = createHash('sha256').update(`${messageKey}\n${name}\n${hash}`).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

/** Where an object is, and where it shall be too. */
export type ObjectCopy = { from: string; to: string }

/**
 * Copies files that are in Storage already, one after the other, with the rights of the person who asks.
 * @throws Problem `unavailable` where one could not be copied; those that were copied stay
 */
export async function copyFiles(supabase: Supabase, copies: ObjectCopy[]): Promise<void> {
  for (const { from, to } of copies) {
    const { error } = await supabase.storage.from(BUCKET).copy(from, to)
    if (error && !isAlreadyThere(error)) throw unavailable(error)
  }
}

/** Files that the viewer keeps for a message not sent yet, in the order they came. */
export async function listKeptFiles(supabase: Supabase, messageKey: string): Promise<Attachment[]> {
  const kept = await supabase.rpc('kept_files', { message_key: messageKey })
  return unwrap(kept) as unknown as Attachment[]
}

/** Takes back a kept file; what has been sent stays. */
export async function discardFile(
  supabase: Supabase,
  target: FileTarget,
  id: string,
): Promise<void> {
  await supabase.storage.from(BUCKET).remove([`${target.ticketId}/${id}`])
  unwrap(await supabase.rpc('discard_file', { id }))
}

/**
 * Does what "Remove" beside a kept file says. A form sent by that button is changed and never sent.
 * @returns false when another button was pressed
 */
export async function takeBackFile(
  supabase: Supabase,
  target: FileTarget,
  fields: FormFields,
): Promise<boolean> {
  if (!fields.has('remove')) return false
  const id = readUuid(fields.get('remove'))
  if (id) await discardFile(supabase, target, id)
  return true
}
