import { rarity } from './impacts'
import { compoundTerm } from './read-terms'
import type { SearchIndex } from './search-index'
import { suggestWords } from './spelling'
import { STOP_WORDS } from './stop-words'
import { phraseKey } from './synonyms'
import { findTerm } from './vocabulary'
import { wordsOf } from './words'

/** One way to meet a concept: a document must hold all of `terms`. Weight 1 = the word itself. */
export type Alternative = { terms: number[]; weight: number }

/** A word of the query and everything that counts as that word. The best alternative scores. */
export type Concept = {
  word: string
  alternatives: Alternative[]
  /** Inverse document frequency; that of a word in no document when the word is unknown. */
  rarity: number
  corrected?: string
}

/** A query is read this far; nobody types more, and it bounds the work. */
const LONGEST_QUERY = 1_000
const MOST_CONCEPTS = 24

/** Reads a query as concepts, rarest kept when there are too many. Repeated words count once. */
export function readQuery(index: SearchIndex, query: string): Concept[] {
  const words = wordsOf(query.slice(0, LONGEST_QUERY)).map(({ text }) => text)
  const content = words.filter((word) => !STOP_WORDS.has(word))
  const only = new Set(content.length > 0 ? content : words)
  const concepts = new Map<string, Concept>()
  words.forEach((word, position) => {
    if (!only.has(word) || concepts.has(word)) return
    const concept = conceptOf(index, word, position === words.length - 1)
    if (!concept) return
    addCompounds(index, concept, words, position)
    concepts.set(word, concept)
  })
  addSynonyms(index, words, concepts)
  return [...concepts.values()].sort((a, b) => b.rarity - a.rarity).slice(0, MOST_CONCEPTS)
}

/** A concept for one word, or none when the word is a misspelt stop word. */
function conceptOf(index: SearchIndex, word: string, isLast: boolean): Concept | undefined {
  const term = findTerm(index.vocabulary, word)
  if (term !== undefined) {
    return { word, alternatives: [{ terms: [term], weight: 1 }], rarity: rarityOf(index, term) }
  }
  const unknown = { word, alternatives: [], rarity: rarity(0, index.documents.length) }
  return splitWord(index, unknown) ?? correctWord(index, unknown, isLast)
}

function rarityOf(index: SearchIndex, term: number): number {
  return index.rarity[term] ?? 0
}

/** "vaulttimeout" is met by documents that hold both words. */
function splitWord(index: SearchIndex, concept: Concept): Concept | undefined {
  const { words } = index.vocabulary
  for (let at = concept.word.length - 3; at >= 3; at -= 1) {
    const [left, right] = [words.get(concept.word.slice(0, at)), words.get(concept.word.slice(at))]
    if (!left || !right || Math.min(left.frequency, right.frequency) < 2) continue
    const terms = [left.term, right.term]
    const rarest = Math.max(...terms.map((term) => rarityOf(index, term)))
    return { ...concept, alternatives: [{ terms, weight: 1 }], rarity: rarest }
  }
  return undefined
}

function correctWord(index: SearchIndex, concept: Concept, isLast: boolean): Concept | undefined {
  const { correctionWeight, prefixWeight } = index.parameters
  const suggestions = suggestWords(index.spelling, concept.word, 3)
  const [best] = suggestions
  if (best && STOP_WORDS.has(best.word)) return undefined
  const alternatives = suggestions.flatMap((suggestion, rank) => {
    const term = findTerm(index.vocabulary, suggestion.word)
    return term === undefined ? [] : [{ terms: [term], weight: correctionWeight / (rank + 1) }]
  })
  const completions = isLast ? completionsOf(index, concept.word) : []
  alternatives.push(...completions.map((term) => ({ terms: [term], weight: prefixWeight })))
  const first = alternatives[0]?.terms[0]
  return {
    ...concept,
    alternatives,
    rarity: first === undefined ? concept.rarity : rarityOf(index, first),
    corrected: best?.word,
  }
}

/** The last word may still be being typed: the terms of the most used words that begin with it. */
function completionsOf(index: SearchIndex, beginning: string): number[] {
  if (beginning.length < 3) return []
  const matches = [...index.vocabulary.words].filter(([word]) => word.startsWith(beginning))
  matches.sort(([, a], [, b]) => b.frequency - a.frequency)
  return [...new Set(matches.slice(0, 5).map(([, { term }]) => term))]
}

/** "auto fill" is also met by "autofill", where the collection writes it so. */
function addCompounds(index: SearchIndex, concept: Concept, words: string[], position: number) {
  const word = words[position] ?? ''
  const before = words[position - 1]
  const compounds = [
    compoundTerm(index.vocabulary, word, words[position + 1]),
    before === undefined ? undefined : compoundTerm(index.vocabulary, before, word),
  ]
  for (const term of compounds) {
    if (term === undefined) continue
    concept.alternatives.push({ terms: [term], weight: index.parameters.compoundWeight })
  }
}

/** Every word of a phrase that has synonyms may be met by any of them. */
function addSynonyms(index: SearchIndex, words: string[], concepts: Map<string, Concept>) {
  const { entries, longestPhrase } = index.synonyms
  for (let start = 0; start < words.length; start += 1) {
    for (let length = 1; length <= longestPhrase && start + length <= words.length; length += 1) {
      const phrase = words.slice(start, start + length)
      for (const terms of entries.get(phraseKey(phrase)) ?? []) {
        for (const word of phrase) {
          concepts.get(word)?.alternatives.push({ terms, weight: index.parameters.synonymWeight })
        }
      }
    }
  }
}
