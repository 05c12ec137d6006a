import { expect, test } from 'vitest'
import { snippetOf } from './snippet'
import { addWord, emptyVocabulary } from './vocabulary'

const vocabulary = emptyVocabulary()
const invoice = addWord(vocabulary, 'invoice').term
const download = addWord(vocabulary, 'download').term
addWord(vocabulary, 'other')

test('a long text is cut around the place with the most different matches', () => {
  const filler = 'other '.repeat(100)
  const text = `${filler}invoice ${filler}download the invoice here ${filler}`
  const snippet = snippetOf(vocabulary, text, new Set([invoice, download]))
  const marked = snippet.marks.map(([start, end]) => snippet.text.slice(start, end))
  expect(marked).toEqual(['download', 'invoice'])
  expect(snippet.text.startsWith('… ')).toBe(true)
  expect(snippet.text.endsWith(' …')).toBe(true)
  expect(snippet.text.length).toBeLessThan(220)
})

test('markup in a text is left for the caller to escape and does not move the marks', () => {
  const snippet = snippetOf(vocabulary, '<b>&amp; invoice</b>', new Set([invoice]))
  expect(snippet).toEqual({ text: '<b>&amp; invoice</b>', marks: [[9, 16]] })
})

test('a text without a match is shown from its beginning', () => {
  const snippet = snippetOf(vocabulary, 'other '.repeat(100), new Set([invoice]))
  expect(snippet.text.startsWith('other other')).toBe(true)
  expect(snippet.marks).toEqual([])
})

test('a cut never falls inside a character', () => {
  const snippet = snippetOf(vocabulary, `-${'👩'.repeat(200)}`, new Set([invoice]))
  expect(snippet.text).toBe(`-${'👩'.repeat(99)} …`)
})
