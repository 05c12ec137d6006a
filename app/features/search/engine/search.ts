import { termsOfConcepts, type Concept } from './concept'
import { coverageOf } from './coverage'
import type { DocumentType } from './document'
import { rank, type Ranked } from './rank'
import { readQuery } from './read-query'
import type { SearchIndex } from './search-index'
import { snippetOf, type Snippet } from './snippet'

type SearchFilter = { limit?: number; type?: DocumentType; category?: string }

/** `score` only compares results of one query. `sectionId` is set where the document gave sections. */
export type SearchResult = { id: string; score: number; snippet: Snippet; sectionId?: string }

export type SearchResults = {
  results: SearchResult[]
  /** Words of the query that were read as another word. */
  corrected?: { from: string; to: string }[]
  /** Share (0 to 1) of what was asked that the collection covers; see `canAnswer`. */
  coverage: number
  /** Documents that matched, before `limit`. */
  total: number
}

const DEFAULT_LIMIT = 10

/** Finds documents for what a person typed. Any text is a valid query; none matches nothing. */
export function search(
  index: SearchIndex,
  query: string,
  { limit = DEFAULT_LIMIT, type, category }: SearchFilter = {},
): SearchResults {
  const concepts = readQuery(index, query)
  const ranked = rank(index, concepts, (document) => {
    const found = index.documents[document]
    return (!type || found?.type === type) && (!category || found?.category === category)
  })
  const corrected = correctionsOf(concepts)
  const terms = termsOfConcepts(concepts)
  return {
    results: ranked.slice(0, limit).flatMap((each) => resultOf(index, terms, each)),
    ...(corrected.length > 0 && { corrected }),
    coverage: coverageOf(index, concepts, ranked),
    total: ranked.length,
  }
}

function resultOf(
  index: SearchIndex,
  terms: ReadonlySet<number>,
  { document, passage, score }: Ranked,
): SearchResult[] {
  const found = index.documents[document]
  if (!found) return []
  const { sectionId, text } = found.passages[passage] ?? { text: '' }
  const snippet = snippetOf(index.vocabulary, text, terms)
  return [{ id: found.id, score, snippet, ...(sectionId !== undefined && { sectionId }) }]
}

function correctionsOf(concepts: Concept[]): { from: string; to: string }[] {
  return concepts.flatMap(({ word, corrected }) =>
    corrected === undefined ? [] : [{ from: word, to: corrected }],
  )
}
