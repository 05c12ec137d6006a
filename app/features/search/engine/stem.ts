import { stem as porter2 } from 'porter2'

/** English stem of a normalised word; words with digits (codes, versions) are left alone. */
export function stem(word: string): string {
  return /\d/.test(word) ? word : porter2(word)
}
