import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { stringify } from 'csv-stringify/sync'
import yazl from 'yazl'
import type { Log } from '~/platform/log.server'
import { unwrap, type Supabase } from '~/platform/supabase.server'

type HeldFile = { id: string; name: string; object_name: string }
type Held = Record<string, unknown> & { files: HeldFile[] }

const BUCKET = 'ticket-attachments'

/** The lists that are also tables, for people who open them in a spreadsheet. */
const TABLES = ['tickets', 'drafts', 'devices', 'security_events', 'notifications'] as const

/** Everything held about the person, as one document. */
export async function gatherAccount(supabase: Supabase): Promise<Held> {
  return unwrap(await supabase.rpc('export_account')) as unknown as Held
}

/**
 * That document, its lists as CSV and the person's files as a ZIP that is written while it is sent: of
 * the files, one at a time is under way and none is kept. Whoever stops reading ends it all.
 */
export function zipAccount(supabase: Supabase, held: Held, log: Log): Readable {
  const zip = new yazl.ZipFile()
  zip.addBuffer(Buffer.from(README), 'README.txt')
  zip.addBuffer(Buffer.from(JSON.stringify(held, null, 2)), 'account.json')
  for (const table of TABLES) {
    const rows = held[table]
    if (Array.isArray(rows)) zip.addBuffer(Buffer.from(csv(rows)), `${table}.csv`)
  }
  const out = zip.outputStream as Readable
  addFiles({ zip, out }, supabase, held.files, log).then(
    () => zip.end(),
    (error: unknown) => out.destroy(error as Error),
  )
  return out
}

const README = `Everything that the portal holds about you.

account.json holds all of it. The CSV files hold its lists once more, for a spreadsheet.
files/ holds what you attached to tickets.
`

async function addFiles(
  { zip, out }: { zip: yazl.ZipFile; out: Readable },
  supabase: Supabase,
  files: HeldFile[],
  log: Log,
): Promise<void> {
  for (const { id, name, object_name } of files) {
    const { data, error } = await supabase.storage.from(BUCKET).download(object_name).asStream()
    if (error) {
      log.warn({ err: error, file: id }, 'a file is missing from an export')
      continue
    }
    const stream = Readable.fromWeb(data as unknown as NodeReadableStream)
    const sent = finished(stream)
    const stop = () => stream.destroy()
    if (out.destroyed) stop()
    // yazl lets a file wait for ever that nobody takes.
    out.once('close', stop)
    zip.addReadStream(stream, `files/${id}-${safeName(name)}`)
    await sent
    out.off('close', stop)
  }
}

/** A name that no program takes for a path. */
export function safeName(name: string): string {
  return name.replace(/[^\p{L}\p{N}._ -]/gu, '_').slice(-100)
}

/** Rows as CSV; what a spreadsheet would take for a formula is text. */
export function csv(rows: Record<string, unknown>[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return stringify(
    rows.map((row) => Object.fromEntries(columns.map((column) => [column, cell(row[column])]))),
    { header: true, columns, escape_formulas: true, bom: true, record_delimiter: 'windows' },
  )
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number)
}
