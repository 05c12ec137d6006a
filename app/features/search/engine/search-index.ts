import type { Index } from 'flexsearch'
import type { DocumentType } from './document'
import type { RankingParameters, TextField } from './parameters'
import type { SpellingTable } from './spelling'
import type { SynonymTable } from './synonyms'
import type { Vocabulary } from './vocabulary'

/** Terms in reading order, stop words left out, so that neighbours in the list stood together. */
export type TermSequence = number[]

type IndexedPassage = {
  sectionId?: string
  title: string
  text: string
  titleTerms: TermSequence
  terms: TermSequence
}

export type IndexedDocument = {
  id: string
  title: string
  type?: DocumentType
  category?: string
  fields: Record<TextField, TermSequence>
  passages: IndexedPassage[]
}

/** What a term adds to the score of a document or passage that holds it: term → impact. */
export type Impacts = Map<number, number>

/** What is stored: everything that cannot be computed again from the rest. */
export type StoredIndex = { vocabulary: Vocabulary; documents: IndexedDocument[] }

/** A searchable index: the stored part and what is computed from it when it is loaded. */
export type SearchIndex = StoredIndex & {
  parameters: RankingParameters
  synonyms: SynonymTable
  spelling: SpellingTable
  /** Inverse document frequency by term. */
  rarity: Float64Array
  documentImpacts: Impacts[]
  passageImpacts: Impacts[][]
  /** FlexSearch: which documents hold a term. */
  candidates: Index
}
