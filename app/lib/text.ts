/** What Postgres cannot store, or what nobody can see: NUL, and half of a surrogate pair. */
function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed()
}

/** One line as a person meant it: line breaks and runs of spaces become one space. */
export function oneLine(text: string): string {
  return storable(text).normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/** Several lines as a person meant them: `\n` alone ends a line, nothing stands around the text. */
export function severalLines(text: string): string {
  return storable(text).normalize('NFC').replace(/\r\n?/g, '\n').trim()
}

/** The paragraphs of a text, split at empty lines; never empty strings. */
export function paragraphs(text: string): string[] {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
}

/** The beginning of a text, in UTF-16 units: a character that would be cut in half goes as a whole. */
export function beginning(text: string, longest: number): string {
  return text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')
}

/** What somebody searches for, as an address carries it; nothing where nothing can be seen of it. */
export function searchText(typed: string | null, longest: number): string | undefined {
  return beginning(oneLine(typed ?? ''), longest).trimEnd() || undefined
}
