import { documentsWith } from './candidates'
import type { Alternative, Concept } from './concept'
import type { Impacts, SearchIndex } from './search-index'

/** `document` and `passage` are positions in the index; the passage is the document's best. */
export type Ranked = { document: number; passage: number; score: number }

/** Documents that meet at least one concept, best first. */
export function rank(
  index: SearchIndex,
  concepts: Concept[],
  accepts: (document: number) => boolean = () => true,
): Ranked[] {
  const { passageShare, passageCandidates } = index.parameters
  const ranked = [...scoreDocuments(index, concepts)]
    .filter(([document]) => accepts(document))
    .map(([document, score]) => ({ document, passage: 0, score: (1 - passageShare) * score }))
    .sort(byScore)
  for (const each of ranked.slice(0, passageCandidates)) {
    const best = bestPassage(index, concepts, each.document)
    each.passage = best.passage
    each.score += passageShare * best.score
  }
  return ranked.sort(byScore)
}

/** Equal scores keep the order in which documents were indexed. */
function byScore(a: Ranked, b: Ranked): number {
  return b.score - a.score || a.document - b.document
}

/** Sums over the concepts what each document's best alternative is worth. */
function scoreDocuments(index: SearchIndex, concepts: Concept[]): Map<number, number> {
  const scores = new Map<number, number>()
  for (const { alternatives } of concepts) {
    const best = new Map<number, number>()
    for (const alternative of alternatives) {
      for (const document of documentsWith(index, alternative.terms[0])) {
        const score = alternativeScore(alternative, index.documentImpacts[document])
        if (score > (best.get(document) ?? 0)) best.set(document, score)
      }
    }
    for (const [document, score] of best) scores.set(document, (scores.get(document) ?? 0) + score)
  }
  return scores
}

function bestPassage(
  index: SearchIndex,
  concepts: Concept[],
  document: number,
): { passage: number; score: number } {
  let best = { passage: 0, score: 0 }
  index.passageImpacts[document]?.forEach((impacts, passage) => {
    const score = passageScore(concepts, impacts)
    if (score > best.score) best = { passage, score }
  })
  return best
}

function passageScore(concepts: Concept[], impacts: Impacts): number {
  let score = 0
  for (const { alternatives } of concepts) {
    let best = 0
    for (const alternative of alternatives) {
      best = Math.max(best, alternativeScore(alternative, impacts))
    }
    score += best
  }
  return score
}

/** The mean impact of the alternative's terms, or nothing when one of them is missing. */
function alternativeScore({ terms, weight }: Alternative, impacts: Impacts | undefined): number {
  let sum = 0
  for (const term of terms) {
    const impact = impacts?.get(term)
    if (impact === undefined) return 0
    sum += impact
  }
  return (weight * sum) / terms.length
}
