import { termsOf } from './candidates'
import { FIELDS, type FieldName, type RankingParameters } from './parameters'
import type { Impacts, IndexedDocument, TermSequence } from './search-index'

/** Inverse document frequency by term, as BM25 has it (never negative). */
export function rarityOf(documents: IndexedDocument[], terms: number): Float64Array {
  const frequency = new Float64Array(terms)
  for (const document of documents) {
    for (const term of termsOf(document)) frequency[term] = (frequency[term] ?? 0) + 1
  }
  return frequency.map((count) => rarity(count, documents.length))
}

/** BM25's inverse document frequency of a term that `count` of `total` documents hold. */
export function rarity(count: number, total: number): number {
  return Math.log(1 + (total - count + 0.5) / (count + 0.5))
}

/** BM25F: occurrences are weighted and length-normalised by field, summed, then saturated once. */
export function documentImpacts(
  documents: IndexedDocument[],
  rarities: Float64Array,
  parameters: RankingParameters,
): Impacts[] {
  const fields = documents.map(fieldsOf)
  const average = Object.fromEntries(
    FIELDS.map((name) => [name, averageLength(fields.map((each) => each[name]))]),
  ) as Record<FieldName, number>
  return fields.map((each) => {
    const occurrences: Impacts = new Map()
    for (const name of FIELDS) {
      const norm = lengthNorm(each[name].length, average[name], parameters.fieldLength[name])
      count(occurrences, each[name], parameters.fieldWeight[name] / norm)
    }
    return saturate(occurrences, rarities, parameters.saturation)
  })
}

/** BM25 of each passage with the heading above it. */
export function passageImpacts(
  documents: IndexedDocument[],
  rarities: Float64Array,
  parameters: RankingParameters,
): Impacts[][] {
  const average = averageLength(documents.flatMap(({ passages }) => passages.map((p) => p.terms)))
  return documents.map((document) =>
    document.passages.map((passage) => {
      const occurrences: Impacts = new Map()
      const norm = lengthNorm(passage.terms.length, average, parameters.passageLength)
      count(occurrences, passage.terms, 1 / norm)
      count(occurrences, passage.titleTerms, parameters.passageTitleWeight)
      count(occurrences, document.fields.title, parameters.passageDocumentTitleWeight)
      return saturate(occurrences, rarities, parameters.passageSaturation)
    }),
  )
}

function fieldsOf(document: IndexedDocument): Record<FieldName, TermSequence> {
  return { ...document.fields, body: document.passages.flatMap(({ terms }) => terms) }
}

function averageLength(sequences: TermSequence[]): number {
  const lengths = sequences.map(({ length }) => length).filter((length) => length > 0)
  return lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
}

function lengthNorm(length: number, average: number, share: number): number {
  return 1 - share + (share * length) / Math.max(1, average)
}

function count(occurrences: Impacts, terms: TermSequence, weight: number): void {
  for (const term of terms) occurrences.set(term, (occurrences.get(term) ?? 0) + weight)
}

function saturate(occurrences: Impacts, rarities: Float64Array, saturation: number): Impacts {
  for (const [term, weighted] of occurrences) {
    const gain = (weighted * (saturation + 1)) / (weighted + saturation)
    occurrences.set(term, (rarities[term] ?? 0) * gain)
  }
  return occurrences
}
