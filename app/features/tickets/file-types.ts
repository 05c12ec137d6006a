/** Longest file (bytes, the 10 MB that pages speak of) and most files a message; Postgres lets no more in. */
export const MAX_FILE_BYTES = 10_000_000
export const MAX_FILES = 10

/** What may be attached: the type the bytes show, and the endings it goes by. */
const BY_BYTES: Record<string, readonly string[]> = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
  'application/zip': ['zip'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
}

/**
 * Office files are archives, and not every program writes the entry that names the kind first. Then
 * only the ending tells; nobody opens them here, they are handed on as downloads.
 */
const OFFICE_TYPES = new Map(
  Object.entries(BY_BYTES)
    .filter(([type]) => type.startsWith('application/vnd.'))
    .flatMap(([type, endings]) => endings.map((ending) => [ending, type] as const)),
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
const SAFE_IMAGES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

/** In words, for the hint under the field and for the refusal. */
export const ACCEPTED_WORDS = 'pictures, PDF, text, CSV, ZIP, office documents'

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

/**
 * The content type to store a file under, or null when it may not be attached: its bytes and its
 * ending must agree, so that nothing that runs can come in under another name.
 * @param name the file's name
 * @param head its first bytes, up to 4,100
 * @param sniffed the type that its bytes show, when they show one
 */
export function acceptedType(
  name: string,
  head: Uint8Array,
  sniffed: string | undefined,
): string | null {
  const end = ending(name)
  if (sniffed === 'application/zip' && OFFICE_TYPES.has(end)) return OFFICE_TYPES.get(end)!
  if (sniffed) return BY_BYTES[sniffed]?.includes(end) ? sniffed : null
  const type = TEXT_ENDINGS[end]
  return type && isText(head) ? type : null
}
