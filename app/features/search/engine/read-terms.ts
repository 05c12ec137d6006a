import { compoundsOf } from './compounds'
import { STOP_WORDS } from './stop-words'
import type { Vocabulary, VocabularyWord } from './vocabulary'

/** The terms of a text in order, from its words; in a title each word counts, in a text no stop word. */
export type ReadTerms = (words: VocabularyWord[], options?: { keepStopWords?: boolean }) => number[]

/**
 * Reads texts whose words are all in the vocabulary. Two neighbours that the collection also writes
 * as one word ("log in", "e-mail") add that word, so either spelling finds the other.
 */
export function termReader(vocabulary: Vocabulary): ReadTerms {
  const compounds = compoundsOf(vocabulary)
  const stopWords = new Set([...STOP_WORDS].map((word) => vocabulary.words.get(word)))
  return (words, { keepStopWords = false } = {}) => {
    const terms: number[] = []
    words.forEach((word, position) => {
      if (keepStopWords || !stopWords.has(word)) terms.push(word.term)
      const next = words[position + 1]
      const compound = next && compounds.get(word)?.get(next)
      if (compound !== undefined) terms.push(compound)
    })
    return terms
  }
}
