import { findTerm, type Vocabulary } from './vocabulary'
import { wordsOf, type Word } from './words'

/** Plain text (escape it) and the ranges of it to mark, in order and without overlap. */
export type Snippet = { text: string; marks: [start: number, end: number][] }

const LENGTH = 200
const MOST_WORDS = 2_000
const HALF_CHARACTER = /[\ud800-\udbff]$/

/** The stretch of a text with the most different matched terms, cut at words. */
export function snippetOf(
  vocabulary: Vocabulary,
  text: string,
  terms: ReadonlySet<number>,
): Snippet {
  const flat = text.replace(/\s+/g, ' ').trim()
  const words = wordsOf(flat).slice(0, MOST_WORDS)
  const matches = words.filter((word) => isMatch(vocabulary, word, terms))
  const [start, end] = bestWindow(flat, words, matches)
  const before = start > 0 ? '… ' : ''
  const after = end < flat.length ? ' …' : ''
  const shift = before.length - start
  return {
    text: before + flat.slice(start, end).replace(HALF_CHARACTER, '') + after,
    marks: matches
      .filter((match) => match.start >= start && match.end <= end)
      .map((match) => [match.start + shift, match.end + shift]),
  }
}

function isMatch(vocabulary: Vocabulary, word: Word, terms: ReadonlySet<number>): boolean {
  const term = findTerm(vocabulary, word.text)
  return term !== undefined && terms.has(term)
}

function bestWindow(text: string, words: Word[], matches: Word[]): [start: number, end: number] {
  let best = { start: 0, found: 0 }
  for (const match of matches) {
    const inside = matches.filter(
      (other) => other.start >= match.start && other.end <= match.start + LENGTH,
    )
    const found = new Set(inside.map((other) => other.text)).size
    if (found > best.found) best = { start: match.start, found }
  }
  return cutAtWords(text, words, best.start)
}

/** Leaves some words before the first match, so that it can be read. */
function cutAtWords(text: string, words: Word[], firstMatch: number): [number, number] {
  if (text.length <= LENGTH) return [0, text.length]
  const wished = Math.min(Math.max(0, firstMatch - LENGTH / 5), text.length - LENGTH)
  const start = wished === 0 ? 0 : (words.find((word) => word.start >= wished)?.start ?? 0)
  const last = words.findLast((word) => word.end <= start + LENGTH && word.start >= start)
  const end = start + LENGTH >= text.length ? text.length : (last?.end ?? start + LENGTH)
  return [start, end]
}
