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

test('a snippet is made of whole sentences where they are short', () => {
  const text = [
    'Other things come first. They are not meant.',
    'Where it is',
    'Open Account. Choose download beside the invoice, and wait. Then print it, or send it on.',
    'Kind',
    'Size',
    `Other things follow, at some length. ${'Nobody reads them. '.repeat(20)}`,
  ].join('\n')
  const snippet = snippetOf(vocabulary, text, new Set([invoice, download]))
  expect(snippet.text).toBe(
    'Choose download beside the invoice, and wait. Then print it, or send it on. Kind · Size · Other things follow, at some length. Nobody reads them. Nobody reads them. Nobody reads them.',
  )
  expect(snippet.marks.map(([start, end]) => snippet.text.slice(start, end))).toEqual([
    'download',
    'invoice',
  ])
})

test('a long sentence is entered shortly before the match', () => {
  const text = `It begins ${'other '.repeat(50)}invoice ${'other '.repeat(50)}and ends.`
  const snippet = snippetOf(vocabulary, text, new Set([invoice]))
  expect(snippet.text).toMatch(/^… (other ){5,8}invoice (other ?){15,30} …$/)
})

test('near the end the sentences before fill it', () => {
  const text = `${'Nobody reads this. '.repeat(30)}The last one has the invoice.`
  const snippet = snippetOf(vocabulary, text, new Set([invoice]))
  expect(snippet.text).toMatch(/^Nobody reads this\. .*The last one has the invoice\.$/)
  expect(snippet.text.length).toBeGreaterThan(180)
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
