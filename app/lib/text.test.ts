import { expect, test } from 'vitest'
import { oneLine, paragraphs, severalLines } from './text'

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
