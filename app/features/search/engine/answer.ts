import type { SearchResults } from './search'

/** Turns 15 % of good questions away and answers 19 % of unanswerable ones: decision 0010. */
const LEAST_COVERAGE = 0.58

/** Whether the bot may answer with the best result. Otherwise it says that it does not know. */
export function canAnswer({ results, coverage }: SearchResults): boolean {
  return results.length > 0 && coverage >= LEAST_COVERAGE
}
