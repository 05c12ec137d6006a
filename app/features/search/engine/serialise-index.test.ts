import { expect, test } from 'vitest'
import { buildIndex } from './build-index'
import { SAMPLE_DOCUMENTS } from './sample-documents'
import { search } from './search'
import { loadIndex, serialiseIndex } from './serialise-index'

const built = buildIndex(SAMPLE_DOCUMENTS)

test('an index that was stored and loaded answers as the one that was built', () => {
  const loaded = loadIndex(serialiseIndex(built))
  for (const query of ['change pasword', 'auto fill', 'PDF accepted', 'get rid of my account']) {
    expect(search(loaded, query)).toEqual(search(built, query))
  }
})

test("a loaded index takes the portal's own synonyms", () => {
  const loaded = loadIndex(serialiseIndex(built), { synonyms: [['evidence', 'attach']] })
  expect(search(loaded, 'evidence').results[0]?.id).toBe('kb/tickets/attachments')
})

test('a file of another version is refused with what to do', () => {
  expect(() => loadIndex('{"version":0}')).toThrow('Build the content again')
  expect(() => loadIndex('null')).toThrow('Build the content again')
})
