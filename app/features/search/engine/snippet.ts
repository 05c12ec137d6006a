import { findTerm, type Vocabulary } from './vocabulary'
import { wordsOf, type Word } from './words'

/** Plain text (escape it) and the ranges of it to mark, in order and without overlap. */
export type Snippet = { text: string; marks: [start: number, end: number][] }

const LENGTH = 200
/** As much of it may stand before the first match, so that what is marked is seen at once. */
const BEFORE = 120
/** At least as long, before the end of a sentence is also the end of the snippet. */
const ENOUGH = 120
const MOST_WORDS = 2_000
const HALF_CHARACTER = /[\ud800-\udbff]$/
const SENTENCE_END = /[.!?…]["”’)]? /g
/** Not after an abbreviation, which a small letter follows. */
const SMALL = /^["“‘(]?\p{Ll}/u
const SEPARATOR = / (?:· )?$/

/** A text in one line, and where its sentences begin; each line of the text begins one. */
type Sentences = { flat: string; starts: number[] }

function sentencesOf(text: string): Sentences {
  const starts: number[] = []
  let flat = ''
  for (const line of text.split(/\n+/)) {
    const tidy = line.replace(/\s+/g, ' ').trim()
    if (tidy === '') continue
    // Headings, items and cells end without a sign of their own.
    if (flat !== '') flat += /[.!?…:;,]["”’)]?$/.test(flat) ? ' ' : ' · '
    starts.push(flat.length)
    for (const end of tidy.matchAll(SENTENCE_END)) {
      const next = end.index + end[0].length
      if (!SMALL.test(tidy.slice(next, next + 3))) starts.push(flat.length + next)
    }
    flat += tidy
  }
  return { flat, starts }
}

/** The stretch of a text with the most different matched terms: whole sentences, where they are short. */
export function snippetOf(
  vocabulary: Vocabulary,
  text: string,
  terms: ReadonlySet<number>,
): Snippet {
  const { flat, starts } = sentencesOf(text)
  const words = wordsOf(flat).slice(0, MOST_WORDS)
  const matches = words.filter((word) => isMatch(vocabulary, word, terms))
  const start = bestStart({ flat, starts }, words, matches)
  const end = endOf({ flat, starts }, words, start)
  const before = start === 0 || starts.includes(start) ? '' : '… '
  const after = end === flat.length || /[.!?…]["”’)]?$/.test(flat.slice(0, end)) ? '' : ' …'
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

function bestStart(sentences: Sentences, words: Word[], matches: Word[]): number {
  let best = { start: 0, found: 0 }
  for (const match of matches) {
    const start = startFor(sentences, words, match)
    const inside = matches.filter((other) => other.start >= start && other.end <= start + LENGTH)
    const found = new Set(inside.map((other) => other.text)).size
    if (found > best.found) best = { start, found }
  }
  return best.start
}

/** Where its sentence begins, or some words before it in a long one. */
function startFor({ flat, starts }: Sentences, words: Word[], match: Word): number {
  if (flat.length <= LENGTH) return 0
  // Near the end, sentences before it fill the snippet.
  const latest = flat.length - LENGTH
  const filled = starts.find((start) => start >= latest && start <= match.start)
  const sentence = starts.findLast((start) => start <= match.start) ?? 0
  if (filled !== undefined && filled < sentence) return filled
  if (match.start - sentence <= BEFORE) return sentence
  const wished = Math.min(match.start - LENGTH / 5, latest)
  return words.find((word) => word.start >= wished)?.start ?? 0
}

function endOf({ flat, starts }: Sentences, words: Word[], start: number): number {
  const limit = start + LENGTH
  if (flat.length <= limit) return flat.length
  const sentence = starts.findLast((next) => next <= limit) ?? 0
  if (sentence - start >= ENOUGH) return flat.slice(0, sentence).replace(SEPARATOR, '').length
  return words.findLast((word) => word.end <= limit && word.start >= start)?.end ?? limit
}
