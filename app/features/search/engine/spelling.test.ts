import { expect, test } from 'vitest'
import { editDistance, spellingTable, suggestWords } from './spelling'
import { addWord, emptyVocabulary } from './vocabulary'

function tableOf(words: string[]) {
  const vocabulary = emptyVocabulary()
  for (const word of words) addWord(vocabulary, word)
  return spellingTable(vocabulary)
}

test('an edit is one letter added, left out, changed or swapped', () => {
  expect(editDistance('ticket', 'tickett', 2)).toBe(1)
  expect(editDistance('ticket', 'tiket', 2)).toBe(1)
  expect(editDistance('ticket', 'tucket', 2)).toBe(1)
  expect(editDistance('ticket', 'tikcet', 2)).toBe(1)
  expect(editDistance('ticket', 'password', 2)).toBe(3)
})

test('the nearest word comes first, and among equals the one used more', () => {
  const table = tableOf(['vault', 'fault', 'vault', 'vaults'])
  expect(suggestWords(table, 'vualt', 3).map(({ word }) => word)).toEqual(['vault'])
  expect(suggestWords(tableOf(['form', 'from', 'from']), 'fomr', 1)[0]?.word).toBe('form')
  expect(suggestWords(tableOf(['lists', 'lasts', 'lasts']), 'losts', 1)[0]?.word).toBe('lasts')
})

test('short words and numbers are taken as typed', () => {
  const table = tableOf(['api', 'apis', '2024'])
  expect(suggestWords(table, 'apj', 3)).toEqual([])
  expect(suggestWords(table, '2025', 3)).toEqual([])
})
