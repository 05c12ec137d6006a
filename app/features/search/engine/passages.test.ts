import { expect, test } from 'vitest'
import { passagesOf } from './passages'

const LONGEST = 100

test('a body is split at Markdown headings and each passage knows the heading above it', () => {
  const body = 'Intro.\n\n## First\n\nOne.\n\n### Second ###\n\nTwo.'
  expect(passagesOf({ id: 'a', title: 'A', body }, LONGEST)).toEqual([
    { title: '', text: 'Intro.' },
    { title: 'First', text: 'One.' },
    { title: 'Second', text: 'Two.' },
  ])
})

test('in plain text a line is a heading when the document lists it as one', () => {
  const document = { id: 'a', title: 'A', headings: ['Limits'], body: 'Intro.\nLimits\nTen files.' }
  expect(passagesOf(document, LONGEST).map(({ title }) => title)).toEqual(['', 'Limits'])
})

test('sections that the document gives keep their anchors and every sign of their text', () => {
  const sections = [{ id: 'limits', title: 'Limits', text: 'Ten *.png files.' }]
  expect(passagesOf({ id: 'a', title: 'A', body: 'x', sections }, LONGEST)).toEqual([
    { sectionId: 'limits', title: 'Limits', text: 'Ten *.png files.' },
  ])
})

test('a long section is split at paragraphs and words, and no word is lost', () => {
  const paragraph = 'one two three four five six seven eight nine ten '.repeat(5).trim()
  const body = `${paragraph}\n\nshort\n\n${paragraph}`
  const texts = passagesOf({ id: 'a', title: 'A', body }, LONGEST).map(({ text }) => text)
  expect(texts.every(({ length }) => length <= LONGEST)).toBe(true)
  expect(texts.join(' ').split(/\s+/)).toEqual(body.split(/\s+/))
})

test('a document without a body is found by its description', () => {
  const document = { id: 'a', title: 'A', description: 'What it says.', body: '' }
  expect(passagesOf(document, LONGEST)).toEqual([{ title: '', text: 'What it says.' }])
})
