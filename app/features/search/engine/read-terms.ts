import { STOP_WORDS } from './stop-words'
import { findTerm, type Vocabulary } from './vocabulary'
import { wordTextsOf } from './words'

/**
 * The terms of a text in order. Two neighbours that the collection also writes as one word
 * ("log in", "e-mail") add that word, so either spelling finds the other.
 */
export function readTerms(
  vocabulary: Vocabulary,
  text: string,
  options: { keepStopWords?: boolean } = {},
): number[] {
  return readWords(vocabulary, wordTextsOf(text), options)
}

/** The same for a text whose words are known already. */
export function readWords(
  vocabulary: Vocabulary,
  words: string[],
  { keepStopWords = false }: { keepStopWords?: boolean } = {},
): number[] {
  const terms: number[] = []
  words.forEach((word, position) => {
    const term = keepStopWords || !STOP_WORDS.has(word) ? findTerm(vocabulary, word) : undefined
    if (term !== undefined) terms.push(term)
    const compound = compoundTerm(vocabulary, word, words[position + 1])
    if (compound !== undefined) terms.push(compound)
  })
  return terms
}

/** The term of two words written as one, where the collection writes them so. */
export function compoundTerm(
  vocabulary: Vocabulary,
  first: string,
  second: string | undefined,
): number | undefined {
  if (second === undefined) return undefined
  const joined = first + second
  return STOP_WORDS.has(joined) ? undefined : vocabulary.words.get(joined)?.term
}
