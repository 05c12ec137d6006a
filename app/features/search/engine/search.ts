import { readQuery, type Concept } from './concepts'
import { coverageOf } from './coverage'
import type { DocumentType } from './document'
import { rank, type Ranked } from './rank'
import type { SearchIndex } from './search-index'
import { snippetOf, type Snippet } from './snippet'

export type SearchFilter = { limit?: number; type?: DocumentType; category?: string }

/** `score` only compares results of one query. `sectionId` is set where the document gave sections. */
export type SearchResult = { id: string; score: number; snippet: Snippet; sectionId?: string }

export type SearchResults = {
  results: SearchResult[]
  /** Words of the query that were read as another word. */
  corrected?: { from: string; to: string }[]
  /** Share (0 to 1) of the query's rare words that the best result covers; see `canAnswer`. */
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
  const [best] = ranked
  const corrected = correctionsOf(concepts)
  return {
    results: ranked.slice(0, limit).flatMap((each) => resultOf(index, concepts, each)),
    ...(corrected.length > 0 && { corrected }),
    coverage: best ? coverageOf(concepts, index.documentImpacts[best.document]) : 0,
    total: ranked.length,
  }
}

function resultOf(index: SearchIndex, concepts: Concept[], ranked: Ranked): SearchResult[] {
  const document = index.documents[ranked.document]
  if (!document) return []
  const passage = document.passages[ranked.passage]
  const terms = new Set(
    concepts.flatMap(({ alternatives }) => alternatives.flatMap((a) => a.terms)),
  )
  return [
    {
      id: document.id,
      score: ranked.score,
      snippet: snippetOf(index.vocabulary, passage?.text ?? '', terms),
      ...(passage?.sectionId !== undefined && { sectionId: passage.sectionId }),
    },
  ]
}

function correctionsOf(concepts: Concept[]): { from: string; to: string }[] {
  return concepts.flatMap(({ word, corrected }) =>
    corrected === undefined ? [] : [{ from: word, to: corrected }],
  )
}
