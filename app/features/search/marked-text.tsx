import type { Snippet } from './engine/snippet'

/** A passage with the words that were found in it. */
export function MarkedText({ text, marks }: Snippet) {
  const parts: { text: string; marked: boolean }[] = []
  let end = 0
  for (const [from, to] of marks) {
    if (from > end) parts.push({ text: text.slice(end, from), marked: false })
    parts.push({ text: text.slice(from, to), marked: true })
    end = to
  }
  parts.push({ text: text.slice(end), marked: false })
  return parts.map((part, index) =>
    part.marked ? <mark key={index}>{part.text}</mark> : part.text,
  )
}
