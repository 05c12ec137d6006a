import { expect, test } from 'vitest'
import { acceptedWords, fileHint, fileRules } from './file-rules'

const rules = fileRules({
  ATTACHMENT_KINDS: ['office', 'pictures', 'text'],
  ATTACHMENT_MAX_FILES: 3,
  ATTACHMENT_MAX_MB: 25,
})

test('the hint says how many, how large and what', () => {
  expect(fileHint(rules)).toBe('Up to 3 files of 25 MB: pictures, text, CSV, office documents.')
  expect(fileHint({ ...rules, maxFiles: 1 })).toMatch(/^Up to 1 file of 25 MB/)
})

test('ZIP is named only where archives are taken', () => {
  expect(acceptedWords(rules)).not.toContain('ZIP')
  expect(acceptedWords({ ...rules, kinds: ['archives'] })).toBe('ZIP')
})
