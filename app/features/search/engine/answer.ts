import type { SearchResults } from './search'

/** Share of the query's rarity that the best document must cover. Measured: decision 0010. */
const LEAST_COVERAGE = 0.6

/** Whether the bot may answer with the best result. Otherwise it says that it does not know. */
export function canAnswer({ results, coverage }: SearchResults): boolean {
  return results.length > 0 && coverage >= LEAST_COVERAGE
}
