import { termsOf } from './candidates'
import { FIELDS, type FieldName, type RankingParameters } from './parameters'
import type { Impacts, IndexedDocument, TermSequence } from './search-index'

/** Inverse document frequency by term over whole documents. */
export function rarityOf(documents: IndexedDocument[], terms: number): Float64Array {
  const counts = new Float64Array(terms)
  for (const document of documents) countEach(counts, termsOf(document))
  return counts.map((count) => rarity(count, documents.length))
}

/** BM25's inverse document frequency of a term that `count` of `total` documents hold. */
export function rarity(count: number, total: number): number {
  return Math.log(1 + (total - count + 0.5) / (count + 0.5))
}

/**
 * BM25 of every field on its own, weighted and summed. A term's rarity is that in the field: a
 * word that every body holds can still single out the one title that has it.
 */
export function documentImpacts(
  documents: IndexedDocument[],
  terms: number,
  parameters: RankingParameters,
): Impacts[] {
  const impacts: Impacts[] = documents.map(() => new Map())
  const fields = documents.map(fieldsOf)
  for (const name of FIELDS) {
    const sequences = fields.map((each) => each[name])
    addField(impacts, sequences, terms, name, parameters)
  }
  return impacts
}

function addField(
  impacts: Impacts[],
  sequences: TermSequence[],
  terms: number,
  name: FieldName,
  parameters: RankingParameters,
): void {
  const holders = new Float64Array(terms)
  for (const sequence of sequences) countEach(holders, new Set(sequence))
  const average = averageLength(sequences)
  const saturation = parameters.fieldSaturation[name]
  sequences.forEach((sequence, document) => {
    const norm = lengthNorm(sequence.length, average, parameters.fieldLength[name])
    for (const [term, occurrences] of occurrencesOf(sequence)) {
      const gain = saturate(occurrences / norm, saturation) * parameters.fieldWeight[name]
      add(impacts[document], term, gain * rarity(holders[term] ?? 0, sequences.length))
    }
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
      const norm = lengthNorm(passage.terms.length, average, parameters.passageLength)
      const occurrences: Impacts = new Map()
      for (const term of passage.terms) add(occurrences, term, 1 / norm)
      for (const term of passage.titleTerms) add(occurrences, term, parameters.passageTitleWeight)
      for (const term of document.fields.title)
        add(occurrences, term, parameters.passageDocumentTitleWeight)
      for (const [term, weighted] of occurrences) {
        const gain = saturate(weighted, parameters.passageSaturation)
        occurrences.set(term, gain * (rarities[term] ?? 0))
      }
      return occurrences
    }),
  )
}

function fieldsOf(document: IndexedDocument): Record<FieldName, TermSequence> {
  return { ...document.fields, body: document.passages.flatMap(({ terms }) => terms) }
}

/** Mean length of the sequences that are not empty. */
function averageLength(sequences: TermSequence[]): number {
  const lengths = sequences.map(({ length }) => length).filter((length) => length > 0)
  return lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
}

function lengthNorm(length: number, average: number, share: number): number {
  return 1 - share + (share * length) / Math.max(1, average)
}

function saturate(occurrences: number, saturation: number): number {
  return (occurrences * (saturation + 1)) / (occurrences + saturation)
}

function occurrencesOf(sequence: TermSequence): Impacts {
  const occurrences: Impacts = new Map()
  for (const term of sequence) add(occurrences, term, 1)
  return occurrences
}

function countEach(counts: Float64Array, terms: Iterable<number>): void {
  for (const term of terms) counts[term] = (counts[term] ?? 0) + 1
}

function add(impacts: Impacts | undefined, term: number, amount: number): void {
  impacts?.set(term, (impacts.get(term) ?? 0) + amount)
}
