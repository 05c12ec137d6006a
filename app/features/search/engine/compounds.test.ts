import { expect, test } from 'vitest'
import { compoundTerm, compoundsOf } from './compounds'
import { addWord, emptyVocabulary } from './vocabulary'

test('the table of compounds says the same as asking for each pair of words', () => {
  const vocabulary = emptyVocabulary()
  const words = ['log', 'in', 'login', 'e', 'mail', 'email', 'with', 'out', 'without', 'inlog']
  for (const word of words) addWord(vocabulary, word)
  const compounds = compoundsOf(vocabulary)
  const asked = (first: string, second: string) => {
    const [one, two] = [vocabulary.words.get(first)!, vocabulary.words.get(second)!]
    return compounds.get(one)?.get(two)
  }
  for (const first of words) {
    for (const second of words) {
      expect(asked(first, second)).toBe(compoundTerm(vocabulary, first, second))
    }
  }
  expect(asked('log', 'in')).toBe(vocabulary.words.get('login')?.term)
  expect(asked('with', 'out'), 'a stop word is nothing to look for').toBeUndefined()
})
