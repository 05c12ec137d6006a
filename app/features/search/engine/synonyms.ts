import { readTerms } from './read-terms'
import { stem } from './stem'
import type { Vocabulary } from './vocabulary'
import { wordsOf } from './words'

/**
 * Synonyms as a person writes them. In a group every phrase finds every other; in `finds` the key
 * finds its values and not the other way round.
 */
export type SynonymSource = { groups?: string[][]; finds?: Record<string, string[]> }

/** From a phrase (stems with spaces between) to what it finds, each as the terms that must be there. */
export type SynonymTable = { longestPhrase: number; entries: Map<string, number[][]> }

export function compileSynonyms(vocabulary: Vocabulary, source: SynonymSource = {}): SynonymTable {
  const entries = new Map<string, number[][]>()
  const add = (phrase: string, others: string[]) => {
    const key = phraseKey(wordsOf(phrase).map(({ text }) => text))
    const found = others
      .filter((other) => other !== phrase)
      .map((other) => termsOf(vocabulary, other))
    entries.set(key, [...(entries.get(key) ?? []), ...found.filter((terms) => terms.length > 0)])
  }
  for (const group of source.groups ?? []) for (const phrase of group) add(phrase, group)
  for (const [phrase, others] of Object.entries(source.finds ?? {})) add(phrase, others)
  const longestPhrase = Math.max(0, ...[...entries.keys()].map((key) => key.split(' ').length))
  return { longestPhrase, entries }
}

export function phraseKey(words: string[]): string {
  return words.map(stem).join(' ')
}

/** The terms of a phrase; none when the collection lacks one of its words, since all must be there. */
function termsOf(vocabulary: Vocabulary, phrase: string): number[] {
  const terms = readTerms(vocabulary, phrase)
  const words = wordsOf(phrase)
  const [first, second] = words
  // "log in" reads as [log, login]: the compound alone says it.
  if (words.length === 2 && first && second) {
    const compound = vocabulary.words.get(first.text + second.text)
    if (compound) return [compound.term]
  }
  return terms
}
