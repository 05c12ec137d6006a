/** One way to meet a concept: a document must hold all of `terms`. Weight 1 = the word itself. */
export type Alternative = { terms: number[]; weight: number }

/** A word of the query and everything that counts as that word. The best alternative scores. */
export type Concept = {
  word: string
  alternatives: Alternative[]
  /** Inverse document frequency; that of a word in no document when nothing is known to meet it. */
  rarity: number
  /** Set when the word was not known and read as another. */
  corrected?: string
}

/** All terms that would meet one of the concepts. */
export function termsOfConcepts(concepts: Concept[]): Set<number> {
  return new Set(concepts.flatMap(({ alternatives }) => alternatives.flatMap(({ terms }) => terms)))
}
