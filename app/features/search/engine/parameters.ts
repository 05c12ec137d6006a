/** Fields of a document that are ranked, each with its own weight and length normalisation. */
export const FIELDS = ['title', 'keywords', 'headings', 'questions', 'description', 'body'] as const
export type FieldName = (typeof FIELDS)[number]
export type TextField = Exclude<FieldName, 'body'>

/** The numbers of the ranking. Chosen by measurement: docs/decisions/0010-search-ranking.md. */
export type RankingParameters = {
  /** How much one occurrence in a field counts against one in the body. */
  fieldWeight: Record<FieldName, number>
  /** BM25's b by field: 0 ignores the length of the field, 1 divides by it. */
  fieldLength: Record<FieldName, number>
  /** BM25's k1 by field: how soon further occurrences of a word stop to count. */
  fieldSaturation: Record<FieldName, number>
  /** Share of the best passage in the score; the rest is the whole document's. */
  passageShare: number
  /** BM25's k1 and b for passages, and what a word in the headings above counts in them. */
  passageSaturation: number
  passageLength: number
  passageTitleWeight: number
  passageDocumentTitleWeight: number
  /** Characters; a section longer than this is split. */
  longestPassage: number
  /** Documents, best first, whose passages are scored. */
  passageCandidates: number
  /** What counts as a word of the query without being it: 1 would be as good as the word. */
  sentenceSynonymWeight: number
  keywordSynonymWeight: number
  compoundWeight: number
  correctionWeight: number
  prefixWeight: number
}

export const DEFAULT_PARAMETERS: RankingParameters = {
  fieldWeight: {
    title: 1.1,
    keywords: 0.2,
    headings: 0.15,
    questions: 0.7,
    description: 0.5,
    body: 1,
  },
  fieldLength: {
    title: 0.5,
    keywords: 0.5,
    headings: 0.6,
    questions: 0.5,
    description: 0.5,
    body: 0.75,
  },
  fieldSaturation: {
    title: 1.2,
    keywords: 1.2,
    headings: 0.5,
    questions: 1.2,
    description: 1.2,
    body: 3,
  },
  passageShare: 0.4,
  passageSaturation: 1,
  passageLength: 0.6,
  passageTitleWeight: 1,
  passageDocumentTitleWeight: 1,
  longestPassage: 1000,
  passageCandidates: 60,
  sentenceSynonymWeight: 0.85,
  keywordSynonymWeight: 0.4,
  compoundWeight: 0.6,
  correctionWeight: 0.9,
  prefixWeight: 0.6,
}

/**
 * For content whose writers choose keywords by hand, "words that should find the page although it does
 * not use them". In collections at large keywords are made by programs and say little: see decision 0010.
 */
export const CHOSEN_KEYWORDS: Partial<RankingParameters> = {
  fieldWeight: { ...DEFAULT_PARAMETERS.fieldWeight, keywords: 1 },
}
