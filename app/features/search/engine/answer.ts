import type { SearchResults } from './search'
import type { SearchIndex } from './search-index'

/** Whether the bot may answer with the best result. Otherwise it says that it does not know. */
export function canAnswer(index: SearchIndex, { results, coverage }: SearchResults): boolean {
  return results.length > 0 && coverage >= leastCoverage(index.documents.length)
}

/**
 * The coverage at which 15 % of good questions are turned away, measured on collections of 30 to
 * 675 documents (decision 0010): the more documents, the more one of them covers by chance.
 */
export function leastCoverage(documents: number): number {
  return 0.25 + 0.05 * Math.log(Math.max(1, documents))
}
