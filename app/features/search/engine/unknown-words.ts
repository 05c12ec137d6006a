import type { Alternative, Concept } from './concept'
import { rarity } from './impacts'
import type { SearchIndex } from './search-index'
import { suggestWords, type Suggestion } from './spelling'
import { STOP_WORDS } from './stop-words'
import { findTerm } from './vocabulary'

const MOST_SUGGESTIONS = 3
const MOST_COMPLETIONS = 5
const SHORTEST_COMPLETED = 3
const SHORTEST_PART = 3

/**
 * Reads a word that the collection does not know: two words run together, a typing mistake, or,
 * at the end of the query, a word not yet finished. None when it is a misspelt stop word; a concept
 * without alternatives when nothing is near it.
 */
export function readUnknownWord(
  index: SearchIndex,
  word: string,
  isLast: boolean,
): Concept | undefined {
  const suggestions = suggestWords(index.spelling, word, MOST_SUGGESTIONS)
  const [nearest] = suggestions
  if (nearest && STOP_WORDS.has(nearest.word)) return undefined
  const parts = nearest?.distance === 1 ? undefined : splitWord(index, word)
  if (parts) return concept(index, word, [{ terms: parts, weight: 1 }])
  const alternatives = [
    ...corrections(index, suggestions),
    ...(isLast ? completions(index, word) : []),
  ]
  return { ...concept(index, word, alternatives), corrected: nearest?.word }
}

function concept(index: SearchIndex, word: string, alternatives: Alternative[]): Concept {
  const rarities = alternatives[0]?.terms.map((term) => index.rarity[term] ?? 0)
  return {
    word,
    alternatives,
    rarity: rarities ? Math.max(...rarities) : rarity(0, index.documents.length),
  }
}

/** "vaulttimeout" is met by documents that hold both words. */
function splitWord(index: SearchIndex, word: string): number[] | undefined {
  const { words } = index.vocabulary
  for (let at = word.length - SHORTEST_PART; at >= SHORTEST_PART; at -= 1) {
    const left = words.get(word.slice(0, at))
    const right = words.get(word.slice(at))
    // A part that occurs once is more likely an accident than a word.
    if (left && right && Math.min(left.frequency, right.frequency) > 1) {
      return [left.term, right.term]
    }
  }
  return undefined
}

/** The nearest word counts most: several are often equally near and only one is meant. */
function corrections(index: SearchIndex, suggestions: Suggestion[]): Alternative[] {
  return suggestions.flatMap(({ word }, position) => {
    const term = findTerm(index.vocabulary, word)
    const weight = index.parameters.correctionWeight / (position + 1)
    return term === undefined ? [] : [{ terms: [term], weight }]
  })
}

/** The most used words that begin with what was typed. */
function completions(index: SearchIndex, beginning: string): Alternative[] {
  if (beginning.length < SHORTEST_COMPLETED) return []
  const matches = [...index.vocabulary.words].filter(([word]) => word.startsWith(beginning))
  matches.sort(([, a], [, b]) => b.frequency - a.frequency)
  const terms = new Set(matches.slice(0, MOST_COMPLETIONS).map(([, { term }]) => term))
  return [...terms].map((term) => ({ terms: [term], weight: index.parameters.prefixWeight }))
}
