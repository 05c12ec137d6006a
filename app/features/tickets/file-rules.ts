import type { FileKind } from '~/lib/file-kinds'
import { fileSize } from '~/lib/file-size'

/** What may be attached to one message, as the operator has set it. */
export type FileRules = {
  kinds: readonly FileKind[]
  maxFiles: number
  /** Longest file, in bytes. */
  maxBytes: number
}

type Settings = {
  ATTACHMENT_KINDS: readonly FileKind[]
  ATTACHMENT_MAX_FILES: number
  ATTACHMENT_MAX_MB: number
}

/** The rules that the settings make. A megabyte has a million bytes, as on the pages. */
export function fileRules(settings: Settings): FileRules {
  return {
    kinds: settings.ATTACHMENT_KINDS,
    maxFiles: settings.ATTACHMENT_MAX_FILES,
    maxBytes: settings.ATTACHMENT_MAX_MB * 1_000_000,
  }
}

/** For the hint under the field and for the refusal; "pictures" stand first, whatever the order set. */
const KIND_WORDS: [FileKind, string][] = [
  ['pictures', 'pictures'],
  ['pdf', 'PDF'],
  ['text', 'text, CSV'],
  ['archives', 'ZIP'],
  ['office', 'office documents'],
]

/** "pictures, PDF, text, CSV, ZIP, office documents". */
export function acceptedWords({ kinds }: FileRules): string {
  return KIND_WORDS.filter(([kind]) => kinds.includes(kind))
    .map(([, words]) => words)
    .join(', ')
}

/** "10 files", or "1 file". */
export function filesAtMost({ maxFiles }: FileRules): string {
  return maxFiles === 1 ? '1 file' : `${maxFiles} files`
}

/** What the field says before anything is chosen. */
export function fileHint(rules: FileRules): string {
  return `Up to ${filesAtMost(rules)} of ${fileSize(rules.maxBytes)}: ${acceptedWords(rules)}.`
}
