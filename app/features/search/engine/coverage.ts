import type { Concept } from './concept'
import type { Ranked } from './rank'
import type { Impacts, SearchIndex } from './search-index'

/** A word whose impact is this many times its rarity is what a document is about. */
const FULL_IMPACT = 3

/** The results looked at: the passage that answers is often not in the first. */
const RESULTS_READ = 10

/**
 * Share (0 to 1) of the query's rarity that the collection covers: what the best-covering result
 * is about, of all that was asked. Words that no document knows count as asked.
 */
export function coverageOf(index: SearchIndex, concepts: Concept[], ranked: Ranked[]): number {
  const asked = concepts.reduce((sum, { rarity }) => sum + rarity, 0)
  if (asked === 0) return 0
  const covered = ranked.slice(0, RESULTS_READ).map(({ document }) => {
    const impacts = index.documentImpacts[document]
    return concepts.reduce((sum, concept) => sum + coveredRarity(index, concept, impacts), 0)
  })
  return Math.max(0, ...covered) / asked
}

function coveredRarity(index: SearchIndex, concept: Concept, impacts: Impacts | undefined): number {
  let best = 0
  for (const { terms, weight } of concept.alternatives) {
    if (!terms.every((term) => impacts?.has(term))) continue
    const about = terms.map((term) => aboutness(impacts?.get(term), index.rarity[term]))
    best = Math.max(best, (weight * about.reduce((sum, each) => sum + each, 0)) / terms.length)
  }
  return concept.rarity * best
}

function aboutness(impact = 0, rarity = 0): number {
  return rarity === 0 ? 1 : Math.min(1, impact / (FULL_IMPACT * rarity))
}
