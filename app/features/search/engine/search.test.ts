import { expect, test } from 'vitest'
import { buildIndex } from './build-index'
import { SAMPLE_DOCUMENTS } from './sample-documents'
import { search } from './search'

const index = buildIndex(SAMPLE_DOCUMENTS, { synonyms: [['evidence', 'attach']] })

function find(query: string): string | undefined {
  return search(index, query).results[0]?.id
}

test('any word may match and the document with most of what was asked comes first', () => {
  const { results, total } = search(index, 'change password of my spaceship')
  expect(results[0]?.id).toBe('kb/account/change-password')
  expect(total).toBeGreaterThan(1)
})

test('words are found in any form', () => {
  expect(find('deleting accounts')).toBe('kb/account/delete-account')
})

test('a word without accents finds the word with them, and the other way round', () => {
  expect(find('cafe zurich')).toBe('faq/billing/invoice')
  expect(find('invoicé')).toBe('faq/billing/invoice')
})

test('a typing mistake is corrected and the result says so', () => {
  const { results, corrected } = search(index, 'atachments pasword')
  expect(corrected).toContainEqual({ from: 'pasword', to: 'password' })
  expect(results.length).toBeGreaterThan(0)
})

test('a word that the collection knows is never corrected', () => {
  expect(search(index, 'files').corrected).toBeUndefined()
})

test('a last word that is not finished finds the words that begin with it', () => {
  expect(find('invo')).toBe('faq/billing/invoice')
})

test('words written together, apart or with a hyphen find each other', () => {
  expect(find('auto fill')).toBe('kb/security/two-step-login')
  expect(find('auto-fill')).toBe('kb/security/two-step-login')
  expect(find('phonepassword')).toBe('kb/security/two-step-login')
})

test('codes and numbers are found as typed', () => {
  expect(find('E-4031')).toBe('kb/security/two-step-login')
})

test("general synonyms and the portal's own are searched", () => {
  expect(find('get rid of my account')).toBe('kb/account/delete-account')
  expect(find('evidence')).toBe('kb/tickets/attachments')
})

test('questions that the writer listed are searched', () => {
  expect(find('different login words')).toBe('kb/account/change-password')
})

test('a query of stop words alone is answered by titles', () => {
  expect(find('where is my')).toBe('faq/billing/invoice')
})

test('results can be limited to a type, a category and a number', () => {
  const faqs = search(index, 'ticket invoice password', { type: 'faq' })
  expect(faqs.results.map(({ id }) => id)).toEqual(['faq/billing/invoice'])
  expect(faqs.total).toBe(1)
  const account = search(index, 'password', { category: 'account' })
  expect(account.results.map(({ id }) => id)).toEqual(['kb/account/change-password'])
  expect(search(index, 'ticket password account', { limit: 2 }).results).toHaveLength(2)
})

test('a snippet is plain text with the matched words marked', () => {
  const [result] = search(index, 'enter password').results
  const { text, marks } = result?.snippet ?? { text: '', marks: [] }
  expect(text).toContain('Open Account, then Password, and enter the new one twice.')
  expect(marks.map(([start, end]) => text.slice(start, end))).toEqual(['Password', 'enter'])
})

test('a result names the section that answers', () => {
  expect(search(index, 'PDF accepted').results[0]?.sectionId).toBe('kinds')
  expect(search(index, 'ticket 10 MB').results[0]?.sectionId).toBe('limits')
})

test('an empty index finds nothing', () => {
  expect(search(buildIndex([]), 'password')).toEqual({ results: [], coverage: 0, total: 0 })
})
