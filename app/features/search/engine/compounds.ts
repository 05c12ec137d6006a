import { STOP_WORDS } from './stop-words'
import type { Vocabulary, VocabularyWord } from './vocabulary'

/** By a first word and the one after it: the term of both written as one ("log", "in": "login"). */
type Compounds = Map<VocabularyWord, Map<VocabularyWord, number>>

/**
 * Every word of the collection that two other words of it make, found by cutting each word once: an
 * index asks for each pair of neighbours, and there are a hundred times as many of them as words.
 */
export function compoundsOf({ words }: Vocabulary): Compounds {
  const compounds: Compounds = new Map()
  for (const [word, { term }] of words) {
    if (STOP_WORDS.has(word)) continue
    for (let at = 1; at < word.length; at += 1) {
      const first = words.get(word.slice(0, at))
      const second = first && words.get(word.slice(at))
      if (!second) continue
      const seconds = compounds.get(first) ?? new Map<VocabularyWord, number>()
      compounds.set(first, seconds.set(second, term))
    }
  }
  return compounds
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
