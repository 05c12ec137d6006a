import { candidateIndex } from './candidates'
import { documentImpacts, passageImpacts, rarityOf } from './impacts'
import { GENERAL_SYNONYMS } from './general-synonyms'
import { DEFAULT_PARAMETERS, type RankingParameters } from './parameters'
import type { SearchIndex, StoredIndex } from './search-index'
import { spellingTable } from './spelling'
import { compileSynonyms, type SynonymSource } from './synonyms'

export type IndexOptions = {
  /** The portal's own synonyms, on top of the general ones. */
  synonyms?: SynonymSource
  /** Other numbers for the ranking, to measure them. */
  parameters?: Partial<RankingParameters>
}

/** Computes from the stored part of an index what searching needs. */
export function prepareIndex(
  stored: StoredIndex,
  { synonyms = [], parameters: changed }: IndexOptions,
): SearchIndex {
  const parameters = { ...DEFAULT_PARAMETERS, ...changed }
  const { documents, vocabulary } = stored
  const rarity = rarityOf(documents, vocabulary.terms.length)
  return {
    ...stored,
    parameters,
    rarity,
    synonyms: compileSynonyms(vocabulary, [...GENERAL_SYNONYMS, ...synonyms]),
    spelling: spellingTable(vocabulary),
    documentImpacts: documentImpacts(documents, vocabulary.terms.length, parameters),
    passageImpacts: passageImpacts(documents, rarity, parameters),
    candidates: candidateIndex(documents),
  }
}
