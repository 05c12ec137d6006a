import { stem } from './stem'

/** A written word of the collection: its term (stem) and how often it occurs. */
export type VocabularyWord = { term: number; frequency: number }

/** Terms are stems, numbered in order of first appearance; words are the forms people write. */
export type Vocabulary = {
  terms: string[]
  termOf: Map<string, number>
  words: Map<string, VocabularyWord>
}

export function emptyVocabulary(): Vocabulary {
  return { terms: [], termOf: new Map(), words: new Map() }
}

/** Counts one occurrence of a word, numbering its term when it is new. */
export function addWord(vocabulary: Vocabulary, word: string): VocabularyWord {
  const known = vocabulary.words.get(word)
  if (known) {
    known.frequency += 1
    return known
  }
  const added = { term: addTerm(vocabulary, stem(word)), frequency: 1 }
  vocabulary.words.set(word, added)
  return added
}

function addTerm(vocabulary: Vocabulary, stemmed: string): number {
  const known = vocabulary.termOf.get(stemmed)
  if (known !== undefined) return known
  const term = vocabulary.terms.length
  vocabulary.terms.push(stemmed)
  vocabulary.termOf.set(stemmed, term)
  return term
}

/** The term of a word as written, or of any form with the same stem; undefined when unknown. */
export function findTerm(vocabulary: Vocabulary, word: string): number | undefined {
  return vocabulary.words.get(word)?.term ?? vocabulary.termOf.get(stem(word))
}
