import { expect, test } from 'vitest'
import { beginning, oneLine, paragraphs, searchText, severalLines } from './text'

test.each([
  ['  Exported   dates ', 'Exported dates'],
  ['two\r\nlines', 'two lines'],
  ['a\u0000b', 'ab'],
  ['half \ud83d of a pair', 'half \ufffd of a pair'],
  ['e\u0301', '\u00e9'],
  ['\u00a0\u2003', ''],
])('oneLine(%j) is %j', (text, expected) => {
  expect(oneLine(text)).toBe(expected)
})

test('severalLines keeps the lines a person made', () => {
  expect(severalLines('\r\nfirst\r\n\r\n  second\r\n')).toBe('first\n\n  second')
})

test('paragraphs are split at empty lines', () => {
  expect(paragraphs('one\nstill one\n\n\ntwo')).toEqual(['one\nstill one', 'two'])
  expect(paragraphs('')).toEqual([])
})

test.each([
  ['abc', 2, 'ab'],
  ['abc', 3, 'abc'],
  ['a😀b', 2, 'a'],
  ['a😀b', 3, 'a😀'],
  ['', 3, ''],
])('the beginning of %j up to %i is %j', (text, longest, expected) => {
  expect(beginning(text, longest)).toBe(expected)
})

test.each([
  [null, undefined],
  [' \u0000 ', undefined],
  [' lost\u0000  mail ', 'lost mail'],
  ['lost mails', 'lost mail'],
  ['lost    mails', 'lost mail'],
  ['e\u0301', '\u00e9'],
  ['12345678 9', '12345678'],
  ['12345678😀', '12345678'],
])('%j is searched as %j', (typed, expected) => {
  expect(searchText(typed, 9)).toBe(expected)
})
