import type { Alternative, Concept } from './concept'
import { rarity } from './impacts'
import { compoundTerm } from './compounds'
import type { SearchIndex } from './search-index'
import { STOP_WORDS } from './stop-words'
import { phraseKey } from './synonyms'
import { readUnknownWord } from './unknown-words'
import { findTerm } from './vocabulary'
import { wordTextsOf } from './words'

/** Bounds on the work for one query. Nobody types more; a pasted mail is read from its beginning. */
const LONGEST_INPUT = 20_000
const LONGEST_QUERY = 2_000
const MOST_CONCEPTS = 32
const MOST_UNKNOWN_WORDS = 8

/** Reads a query as concepts. Stop words count only when there is nothing else. */
export function readQuery(index: SearchIndex, query: string): Concept[] {
  const words = wordTextsOf(withinBounds(query))
  const content = words.filter((word) => !STOP_WORDS.has(word))
  const concepts = new Map<string, Concept>()
  let unknown = 0
  for (const word of new Set(content.length > 0 ? content : words)) {
    if (concepts.size === MOST_CONCEPTS) break
    const concept = knownWord(index, word)
    if (concept) {
      concepts.set(word, concept)
    } else if (unknown < MOST_UNKNOWN_WORDS) {
      unknown += 1
      const read = readUnknownWord(index, word, word === words.at(-1))
      if (read) concepts.set(word, read)
    }
  }
  addCompounds(index, words, concepts)
  addSynonyms(index, words, concepts)
  return [...concepts.values()]
}

/** Marks go first: a word under thousands of them is still one word. */
function withinBounds(query: string): string {
  return query
    .slice(0, LONGEST_INPUT)
    .replace(/\p{M}+/gu, '')
    .slice(0, LONGEST_QUERY)
}

function knownWord(index: SearchIndex, word: string): Concept | undefined {
  const term = findTerm(index.vocabulary, word)
  if (term === undefined) return undefined
  return {
    word,
    alternatives: [{ terms: [term], weight: 1 }],
    rarity: index.rarity[term] ?? rarity(0, index.documents.length),
  }
}

/** "auto fill" is also met by "autofill", where the collection writes it so. */
function addCompounds(index: SearchIndex, words: string[], concepts: Map<string, Concept>): void {
  const weight = index.parameters.compoundWeight
  words.forEach((word, position) => {
    const next = words[position + 1]
    const term = compoundTerm(index.vocabulary, word, next)
    if (term === undefined || next === undefined) return
    for (const part of [word, next]) addAlternative(concepts.get(part), { terms: [term], weight })
  })
}

/** Every word of a phrase that has synonyms may be met by any of them. */
function addSynonyms(index: SearchIndex, words: string[], concepts: Map<string, Concept>): void {
  const { entries, longestPhrase } = index.synonyms
  const { sentenceSynonymWeight, keywordSynonymWeight } = index.parameters
  const weight = isSentence(words) ? sentenceSynonymWeight : keywordSynonymWeight
  for (let start = 0; start < words.length; start += 1) {
    for (let length = 1; length <= longestPhrase && start + length <= words.length; length += 1) {
      const phrase = words.slice(start, start + length)
      for (const terms of entries.get(phraseKey(phrase)) ?? []) {
        for (const word of phrase) addAlternative(concepts.get(word), { terms, weight })
      }
    }
  }
}

/**
 * A query with stop words is put in the customer's own words; one without them often names things
 * as the documents do, and synonyms only get in its way.
 */
function isSentence(words: string[]): boolean {
  return words.some((word) => STOP_WORDS.has(word))
}

/** Adds an alternative unless the same terms are there with at least its weight. */
function addAlternative(concept: Concept | undefined, alternative: Alternative): void {
  if (!concept) return
  const key = alternative.terms.join(' ')
  const same = concept.alternatives.find(({ terms }) => terms.join(' ') === key)
  if (!same) concept.alternatives.push(alternative)
  else if (same.weight < alternative.weight) same.weight = alternative.weight
}
