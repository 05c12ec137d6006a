import type { Concept } from './concepts'
import type { Impacts } from './search-index'

/**
 * Share (0 to 1) of the query's rarity that a document covers: the sum over the words it holds by
 * the sum over all words. A word it only holds as a synonym or correction counts by its weight.
 */
export function coverageOf(concepts: Concept[], impacts: Impacts | undefined): number {
  const whole = concepts.reduce((sum, { rarity }) => sum + rarity, 0)
  if (!impacts || whole === 0) return 0
  let covered = 0
  for (const { alternatives, rarity } of concepts) {
    const weights = alternatives
      .filter(({ terms }) => terms.every((term) => impacts.has(term)))
      .map(({ weight }) => weight)
    covered += rarity * Math.max(0, ...weights)
  }
  return covered / whole
}
