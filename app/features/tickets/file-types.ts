import { FILE_KINDS, type FileKind } from '~/lib/file-kinds'

type Types = Record<string, readonly string[]>

/** What may be attached, kind by kind: the type the bytes show, and the endings it goes by. */
const BY_BYTES: Record<Exclude<FileKind, 'text'>, Types> = {
  pictures: {
    'image/png': ['png'],
    'image/jpeg': ['jpg', 'jpeg'],
    'image/gif': ['gif'],
    'image/webp': ['webp'],
  },
  pdf: { 'application/pdf': ['pdf'] },
  archives: { 'application/zip': ['zip'] },
  office: {
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
    'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
    'application/vnd.oasis.opendocument.text': ['odt'],
    'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  },
}

/** Office files by their ending, for archives that do not say early enough what they are. */
const OFFICE_TYPES = new Map(
  Object.entries(BY_BYTES.office).flatMap(([type, endings]) =>
    endings.map((ending) => [ending, type] as const),
  ),
)

/** Text has no mark of its own: its ending names it, and its bytes must be text. */
const TEXT_ENDINGS: Record<string, string> = {
  txt: 'text/plain',
  log: 'text/plain',
  csv: 'text/csv',
  md: 'text/markdown',
  json: 'application/json',
}

/** Pictures that every browser draws without running anything: the only files shown in the page. */
const SAFE_IMAGES = new Set(Object.keys(BY_BYTES.pictures))

export function isSafeImage(contentType: string): boolean {
  return SAFE_IMAGES.has(contentType)
}

/** A file that a browser shows by itself when it is opened; anything else is downloaded. */
export function opensInBrowser(contentType: string): boolean {
  return isSafeImage(contentType) || contentType === 'application/pdf'
}

/** What a page can show of a file; null for what can only be downloaded. */
export function viewKind(contentType: string): 'image' | 'text' | 'pdf' | null {
  if (isSafeImage(contentType)) return 'image'
  if (contentType === 'application/pdf') return 'pdf'
  return Object.values(TEXT_ENDINGS).includes(contentType) ? 'text' : null
}

function ending(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
}

function isText(head: Uint8Array): boolean {
  if (head.includes(0)) return false
  // The end may cut a character in two: `stream` lets that pass.
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return !head.some((byte) => byte < 9 || (byte > 13 && byte < 32)) // Latin-1 and its kin
  }
}

/** The endings of these kinds, for the browser's file dialog: ".png,.jpg,…". */
export function acceptedEndings(kinds: readonly FileKind[]): string {
  return FILE_KINDS.filter((kind) => kinds.includes(kind))
    .flatMap((kind) =>
      kind === 'text' ? Object.keys(TEXT_ENDINGS) : Object.values(BY_BYTES[kind]).flat(),
    )
    .map((end) => `.${end}`)
    .join(',')
}

/**
 * The content type to store a file under, or null when it may not be attached: its bytes and its
 * ending must agree, so that nothing that runs can come in under another name.
 * @param kinds what may be attached
 * @param name the file's name
 * @param head its first bytes, up to 4,100
 * @param sniffed the type that its bytes show, when they show one
 */
export function acceptedType(
  kinds: readonly FileKind[],
  name: string,
  head: Uint8Array,
  sniffed: string | undefined,
): string | null {
  const end = ending(name)
  // Office files are archives, and not every program writes first which kind. Where archives are
  // welcome the ending may tell; where they are not, any archive could come in under such a name.
  if (sniffed === 'application/zip' && kinds.includes('archives') && kinds.includes('office')) {
    const office = OFFICE_TYPES.get(end)
    if (office) return office
  }
  if (sniffed) return endingsOf(kinds, sniffed).includes(end) ? sniffed : null
  const type = kinds.includes('text') ? TEXT_ENDINGS[end] : undefined
  return type && isText(head) ? type : null
}

function endingsOf(kinds: readonly FileKind[], type: string): readonly string[] {
  return kinds.flatMap((kind) => (kind === 'text' ? [] : (BY_BYTES[kind][type] ?? [])))
}
