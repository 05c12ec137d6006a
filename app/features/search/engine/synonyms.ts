import { compoundTerm } from './compounds'
import { stem } from './stem'
import { STOP_WORDS } from './stop-words'
import { findTerm, type Vocabulary } from './vocabulary'
import { wordTextsOf } from './words'

/** Groups of words or short phrases; each finds all others of its groups. */
export type SynonymSource = readonly (readonly string[])[]

/** From a phrase (stems, spaces between) to what else meets it: terms that must all be there. */
export type SynonymTable = { longestPhrase: number; entries: Map<string, number[][]> }

/** Makes groups ready for one collection. Phrases with words it does not have find nothing. */
export function compileSynonyms(vocabulary: Vocabulary, groups: SynonymSource): SynonymTable {
  const entries = new Map<string, number[][]>()
  let longestPhrase = 0
  for (const group of groups) {
    const found = group.map((phrase) => termsOf(vocabulary, phrase))
    group.forEach((phrase, position) => {
      const words = wordTextsOf(phrase)
      const others = found.filter((terms, other) => other !== position && terms.length > 0)
      const key = phraseKey(words)
      entries.set(key, [...(entries.get(key) ?? []), ...others])
      longestPhrase = Math.max(longestPhrase, words.length)
    })
  }
  return { longestPhrase, entries }
}

export function phraseKey(words: readonly string[]): string {
  return words.map(stem).join(' ')
}

/**
 * Where the collection writes a phrase of two words as one ("log in", "login"), that one word;
 * none when it lacks a word of the phrase, since the rest alone means something else.
 */
function termsOf(vocabulary: Vocabulary, phrase: string): number[] {
  const words = wordTextsOf(phrase)
  const [first, second] = words
  if (first && second && words.length === 2) {
    const compound = compoundTerm(vocabulary, first, second)
    if (compound !== undefined) return [compound]
  }
  const content = words.filter((word) => !STOP_WORDS.has(word))
  const terms = content.flatMap((word) => findTerm(vocabulary, word) ?? [])
  return terms.length === content.length ? terms : []
}
