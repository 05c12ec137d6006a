import type { SearchDocument } from './document'
import { plainText } from './plain-text'

/** A piece of a document short enough to be an answer. `title` is the heading above it. */
export type Passage = { sectionId?: string; title: string; text: string }

const MARKDOWN_HEADING = /^#{1,6}\s+(.+?)\s*#*\s*$/

/**
 * Splits a document at its sections or headings, and long sections at paragraphs. A document
 * without a body has one passage, its description.
 */
export function passagesOf(document: SearchDocument, longest: number): Passage[] {
  const sections = sectionsOf(document)
  if (sections.length === 0) return [{ title: '', text: plainText(document.description ?? '') }]
  return sections.flatMap((section) =>
    splitText(section.text, longest).map((text) => ({ ...section, text })),
  )
}

function sectionsOf(document: SearchDocument): Passage[] {
  if (document.sections?.length) {
    return document.sections.map(({ id, title, text }) => ({ sectionId: id, title, text }))
  }
  const headings = new Set((document.headings ?? []).map((heading) => heading.trim()))
  const sections: { title: string; lines: string[] }[] = [{ title: '', lines: [] }]
  for (const line of document.body.split('\n')) {
    const title = headingOf(line, headings)
    if (title !== undefined) sections.push({ title, lines: [] })
    else sections.at(-1)?.lines.push(line)
  }
  return sections
    .map(({ title, lines }) => ({ title: plainText(title), text: plainText(lines.join('\n')) }))
    .filter(({ title, text }) => title !== '' || text !== '')
}

/** A heading is marked as in Markdown or, in plain text, is a line that the document lists as one. */
function headingOf(line: string, headings: ReadonlySet<string>): string | undefined {
  const marked = MARKDOWN_HEADING.exec(line.slice(0, 300))?.[1]
  if (marked !== undefined) return marked
  return headings.has(line.trim()) ? line.trim() : undefined
}

function splitText(text: string, longest: number): string[] {
  if (text.length <= longest) return [text]
  const pieces: string[] = []
  let piece = ''
  for (const paragraph of text.split(/\n+/).flatMap((each) => cut(each, longest))) {
    if (piece !== '' && piece.length + paragraph.length > longest) {
      pieces.push(piece)
      piece = ''
    }
    piece = piece === '' ? paragraph : `${piece}\n${paragraph}`
  }
  return piece === '' ? pieces : [...pieces, piece]
}

/** Cuts a paragraph that is longer than a passage at the last space that fits. */
function cut(paragraph: string, longest: number): string[] {
  const pieces: string[] = []
  let rest = paragraph
  while (rest.length > longest) {
    const space = rest.lastIndexOf(' ', longest)
    const end = space > longest / 2 ? space : longest
    pieces.push(rest.slice(0, end))
    rest = rest.slice(end).trimStart()
  }
  return rest === '' ? pieces : [...pieces, rest]
}
