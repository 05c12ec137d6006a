import { expect, test } from 'vitest'
import { formatAnnotation, formatFinding } from './finding'

const finding = {
  file: 'content/articles/tickets/a,b.mdx',
  line: 6,
  sentence: 'There is no page /kb/50%.\n::error::Nor this.',
}

test('a finding is a line that editors lead from', () => {
  expect(formatFinding({ ...finding, sentence: 'There is no page.' })).toBe(
    'content/articles/tickets/a,b.mdx:6: There is no page.',
  )
})

test('an annotation is one command, whatever a document says', () => {
  expect(formatAnnotation(finding)).toBe(
    '::error file=content/articles/tickets/a%2Cb.mdx,line=6::There is no page /kb/50%25.%0A::error::Nor this.',
  )
})
