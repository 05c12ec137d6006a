import { candidateIndex } from './candidates'
import { documentImpacts, passageImpacts, rarityOf } from './impacts'
import { DEFAULT_PARAMETERS, type RankingParameters } from './parameters'
import type { SearchIndex, StoredIndex } from './search-index'
import { spellingTable } from './spelling'
import { compileSynonyms, type SynonymSource } from './synonyms'

/** Computes from the stored part of an index what searching needs. */
export function prepareIndex(
  stored: StoredIndex,
  options: { synonyms?: SynonymSource; parameters?: Partial<RankingParameters> },
): SearchIndex {
  const parameters = { ...DEFAULT_PARAMETERS, ...options.parameters }
  const { documents, vocabulary } = stored
  const rarity = rarityOf(documents, vocabulary.terms.length)
  return {
    ...stored,
    parameters,
    rarity,
    synonyms: compileSynonyms(vocabulary, options.synonyms),
    spelling: spellingTable(vocabulary),
    documentImpacts: documentImpacts(documents, vocabulary.terms.length, parameters),
    passageImpacts: passageImpacts(documents, rarity, parameters),
    candidates: candidateIndex(documents),
  }
}
