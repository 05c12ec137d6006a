import { findCandidates } from './candidates'
import type { Alternative, Concept } from './concepts'
import type { Impacts, SearchIndex } from './search-index'

/** `document` and `passage` are positions in the index; the passage is the document's best. */
export type Ranked = { document: number; passage: number; score: number }

/** Documents that meet at least one concept, best first. */
export function rank(
  index: SearchIndex,
  concepts: Concept[],
  accepts: (document: number) => boolean,
): Ranked[] {
  const terms = new Set(
    concepts.flatMap(({ alternatives }) => alternatives.flatMap((a) => a.terms)),
  )
  const candidates = findCandidates(index.candidates, terms, index.documents.length)
  const ranked: Ranked[] = []
  for (const document of candidates) {
    if (!accepts(document)) continue
    const score = scoreOf(concepts, index.documentImpacts[document])
    if (score > 0) ranked.push({ document, passage: 0, score })
  }
  ranked.sort(byScore)
  const share = index.parameters.passageShare
  const { passageCandidates } = index.parameters
  const best = ranked.slice(0, passageCandidates).map((each) => {
    const { passage, score } = bestPassage(index, concepts, each.document)
    return { ...each, passage, score: (1 - share) * each.score + share * score }
  })
  const rest = ranked
    .slice(passageCandidates)
    .map((each) => ({ ...each, score: (1 - share) * each.score }))
  return [...best, ...rest].sort(byScore)
}

function byScore(a: Ranked, b: Ranked): number {
  return b.score - a.score || a.document - b.document
}

export function bestPassage(
  index: SearchIndex,
  concepts: Concept[],
  document: number,
): { passage: number; score: number } {
  let best = { passage: 0, score: 0 }
  index.passageImpacts[document]?.forEach((impacts, passage) => {
    const score = scoreOf(concepts, impacts)
    if (score > best.score) best = { passage, score }
  })
  return best
}

export function scoreOf(concepts: Concept[], impacts: Impacts | undefined): number {
  if (!impacts) return 0
  let score = 0
  for (const concept of concepts) score += conceptScore(concept, impacts)
  return score
}

function conceptScore(concept: Concept, impacts: Impacts): number {
  let best = 0
  for (const alternative of concept.alternatives) {
    best = Math.max(best, alternative.weight * alternativeScore(alternative, impacts))
  }
  return best
}

function alternativeScore({ terms }: Alternative, impacts: Impacts): number {
  let sum = 0
  for (const term of terms) {
    const impact = impacts.get(term)
    if (impact === undefined) return 0
    sum += impact
  }
  return sum / terms.length
}
