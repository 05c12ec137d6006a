import { expect, test } from 'vitest'
import { buildIndex } from './build-index'
import { related } from './related'
import { SAMPLE_DOCUMENTS } from './sample-documents'

const index = buildIndex(SAMPLE_DOCUMENTS)

test('documents about the same thing are related, the document itself is not', () => {
  const ids = related(index, 'kb/account/delete-account').map(({ id }) => id)
  expect(ids[0]).toBe('kb/account/change-password')
  expect(ids).not.toContain('kb/account/delete-account')
})

test('an unknown document has no related ones', () => {
  expect(related(index, 'no/such/page')).toEqual([])
})
