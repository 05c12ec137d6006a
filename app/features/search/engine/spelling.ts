import type { Vocabulary } from './vocabulary'

export type Suggestion = { word: string; distance: number; frequency: number }

/** Words shorter than this are too close to too many others. */
const SHORTEST_CORRECTED = 4
const SHORTEST_FOR_TWO_EDITS = 7

/** The vocabulary by length, each word with the set of its letters as bits. */
export type SpellingTable = { word: string; letters: number; frequency: number }[][]

export function spellingTable({ words }: Vocabulary): SpellingTable {
  const table: SpellingTable = []
  for (const [word, { frequency }] of words) {
    const sameLength = (table[word.length] ??= [])
    sameLength.push({ word, letters: letterSet(word), frequency })
  }
  return table
}

/**
 * The known words nearest to a word that is not known, best guess first. An edit is one letter
 * added, left out, changed, or swapped with its neighbour.
 */
export function suggestWords(table: SpellingTable, word: string, limit: number): Suggestion[] {
  if (word.length < SHORTEST_CORRECTED || /^\d+$/.test(word)) return []
  const most = word.length >= SHORTEST_FOR_TWO_EDITS ? 2 : 1
  const letters = letterSet(word)
  const suggestions: Suggestion[] = []
  for (let length = word.length - most; length <= word.length + most; length += 1) {
    for (const known of table[length] ?? []) {
      // An edit changes the set of letters by at most two.
      if (bitCount(letters ^ known.letters) > 2 * most) continue
      const distance = editDistance(word, known.word, most)
      if (distance <= most) suggestions.push({ ...known, distance })
    }
  }
  return suggestions.sort((a, b) => cost(word, a) - cost(word, b)).slice(0, limit)
}

/** People seldom mistype the first letter; among equals the word the collection uses most wins. */
function cost(word: string, { word: candidate, distance, frequency }: Suggestion): number {
  const firstLetter = candidate[0] === word[0] ? 0 : 0.7
  return distance + firstLetter - 0.12 * Math.log(frequency)
}

function letterSet(word: string): number {
  let set = 0
  for (let position = 0; position < word.length; position += 1) {
    set |= 1 << (word.charCodeAt(position) & 31)
  }
  return set
}

function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1
  return count
}

/** Damerau–Levenshtein distance (optimal string alignment); gives up above `most`. */
export function editDistance(a: string, b: string, most: number): number {
  let beforePrevious: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    let smallest = row
    for (let column = 1; column <= b.length; column += 1) {
      const changed = a[row - 1] === b[column - 1] ? 0 : 1
      let cheapest = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + changed,
      )
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (row > 1 && column > 1 && swapped) {
        cheapest = Math.min(cheapest, at(beforePrevious, column - 2) + 1)
      }
      current.push(cheapest)
      smallest = Math.min(smallest, cheapest)
    }
    if (smallest > most) return most + 1
    beforePrevious = previous
    previous = current
  }
  return at(previous, b.length)
}

function at(row: number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY
}
