import { prepareIndex, type IndexOptions } from './prepare-index'
import type { IndexedDocument, SearchIndex, StoredIndex } from './search-index'
import type { Vocabulary } from './vocabulary'

/** Raise when the stored shape changes: an older file is then refused instead of misread. */
const VERSION = 1

type StoredFile = {
  version: number
  terms: string[]
  words: [word: string, term: number, frequency: number][]
  documents: IndexedDocument[]
}

/** The index as JSON, to be read back by `loadIndex`. Synonyms and parameters are not stored. */
export function serialiseIndex({ vocabulary, documents }: StoredIndex): string {
  const file: StoredFile = {
    version: VERSION,
    terms: vocabulary.terms,
    words: [...vocabulary.words].map(([word, { term, frequency }]) => [word, term, frequency]),
    documents,
  }
  return JSON.stringify(file)
}

/** Reads an index that `serialiseIndex` wrote. Throws an Error when it is not one or too old. */
export function loadIndex(json: string, options: IndexOptions = {}): SearchIndex {
  const file = JSON.parse(json) as Partial<StoredFile> | null
  if (file?.version !== VERSION || !file.terms || !file.words || !file.documents) {
    throw new Error('The search index was written by another version. Build the content again.')
  }
  const vocabulary: Vocabulary = {
    terms: file.terms,
    termOf: new Map(file.terms.map((term, number) => [term, number])),
    words: new Map(file.words.map(([word, term, frequency]) => [word, { term, frequency }])),
  }
  return prepareIndex({ vocabulary, documents: file.documents }, options)
}
