import { Index } from 'flexsearch'
import type { IndexedDocument, SearchIndex } from './search-index'

/**
 * FlexSearch as the map from a term to the documents that hold it. Terms go in as numbers: the
 * engine has stemmed already, and FlexSearch's own encoders would do it again in another way.
 */
export function candidateIndex(documents: IndexedDocument[]): Index {
  const index = new Index({
    tokenize: 'strict',
    resolution: 1,
    encode: (terms: string) => terms.split(' '),
  })
  documents.forEach((document, position) => {
    index.add(position, [...termsOf(document)].join(' '))
  })
  return index
}

/** Positions of all documents that hold a term. */
export function documentsWith(
  { candidates, documents }: Pick<SearchIndex, 'candidates' | 'documents'>,
  term: number | undefined,
): number[] {
  if (term === undefined) return []
  return candidates.search(String(term), { limit: documents.length }).map(Number)
}

export function termsOf(document: IndexedDocument): Set<number> {
  const terms = new Set(Object.values(document.fields).flat())
  for (const passage of document.passages) {
    for (const term of passage.titleTerms) terms.add(term)
    for (const term of passage.terms) terms.add(term)
  }
  return terms
}
