import { Index } from 'flexsearch'
import type { IndexedDocument } from './search-index'

/**
 * FlexSearch as the map from a term to the documents that hold it. Terms go in as numbers: the
 * engine has stemmed already, and FlexSearch's own encoders would undo that.
 */
export function candidateIndex(documents: IndexedDocument[]): Index {
  const index = new Index({
    tokenize: 'strict',
    resolution: 1,
    encode: (terms: string) => terms.split(' '),
  })
  documents.forEach((document, number) => {
    index.add(number, [...termsOf(document)].join(' '))
  })
  return index
}

/** Numbers of the documents that hold at least one of the terms. */
export function findCandidates(index: Index, terms: Iterable<number>, limit: number): Set<number> {
  const found = new Set<number>()
  for (const term of terms) {
    for (const id of index.search(String(term), { limit })) found.add(Number(id))
  }
  return found
}

export function termsOf(document: IndexedDocument): Set<number> {
  const terms = new Set(Object.values(document.fields).flat())
  for (const passage of document.passages) {
    for (const term of passage.titleTerms) terms.add(term)
    for (const term of passage.terms) terms.add(term)
  }
  return terms
}
