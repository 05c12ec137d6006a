import { expect, test } from 'vitest'
import { normalise, wordsOf } from './words'

test('a word loses case, accents, full-width forms and ligatures', () => {
  expect(normalise('É')).toBe('e')
  expect(normalise('Ｐａｓｓｗｏｒｄ')).toBe('password')
  expect(normalise('ﬁle')).toBe('file')
  expect(normalise('İstanbul')).toBe('istanbul')
})

test('an apostrophe neither splits a word nor makes another of it', () => {
  const words = wordsOf("I'd say the user’s file can't open").map(({ text }) => text)
  expect(words).toEqual(['i', 'say', 'the', 'user', 'file', 'cant', 'open'])
})

test('a word carries its range in the text, accents and emoji before it included', () => {
  const text = '👩‍🚀 Café, menu'
  const ranges = wordsOf(text).map(({ start, end }) => text.slice(start, end))
  expect(ranges).toEqual(['Café', 'menu'])
})

test('a letter under a thousand combining marks is that letter', () => {
  expect(wordsOf(`z${'\u0317'.repeat(1_000)}algo`).map(({ text }) => text)).toEqual(['zalgo'])
})

test('a run without spaces is cut to a bounded word', () => {
  expect(wordsOf('a'.repeat(50_000))[0]?.text).toHaveLength(40)
})
