import type { Concept } from './concept'
import { rank } from './rank'
import type { SearchIndex } from './search-index'

/** The words that say what a document is about; more of them add noise. */
const MOST_WORDS = 20

/** Documents about the same things as one, best first; empty when the id is not in the index. */
export function related(
  index: SearchIndex,
  id: string,
  limit = 5,
): { id: string; score: number }[] {
  const self = index.documents.findIndex((document) => document.id === id)
  const impacts = [...(index.documentImpacts[self] ?? [])]
  impacts.sort(([, a], [, b]) => b - a)
  const strongest = impacts[0]?.[1] ?? 1
  const concepts: Concept[] = impacts.slice(0, MOST_WORDS).map(([term, impact]) => ({
    word: index.vocabulary.terms[term] ?? '',
    alternatives: [{ terms: [term], weight: impact / strongest }],
    rarity: index.rarity[term] ?? 0,
  }))
  return rank(index, concepts, (document) => document !== self)
    .slice(0, limit)
    .map(({ document, score }) => ({ id: index.documents[document]?.id ?? '', score }))
}
