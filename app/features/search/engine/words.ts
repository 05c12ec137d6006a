/** A word of a text: normalised, with its range in the text it was read from. */
export type Word = { text: string; start: number; end: number }

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{M}]+)*/gu
const MARKS_AND_APOSTROPHES = /[\p{M}'’]/gu
/** Endings after an apostrophe: possessive and contracted verbs ("I'd" is not "id"). */
const CONTRACTED = /['’](?:s|d|m|ll|re|ve)$/u
const PLAIN_WORD = /^[a-z0-9]{1,40}$/i

/** Longer runs are not words that anybody searches for; cutting them bounds the work per word. */
const LONGEST_WORD = 40

/** Lower case, compatibility forms folded, accents and apostrophes gone: `É` is `e`, `ﬁ` is `fi`. */
export function normalise(word: string): string {
  if (PLAIN_WORD.test(word)) return word.toLowerCase()
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(CONTRACTED, '')
    .replace(MARKS_AND_APOSTROPHES, '')
    .slice(0, LONGEST_WORD)
}

/** The same words without their places. */
export function wordTextsOf(text: string): string[] {
  return writtenWordsOf(text)
    .map(normalise)
    .filter((word) => word !== '')
}

/** The words of a text as they stand there. */
export function writtenWordsOf(text: string): string[] {
  return text.match(WORD) ?? []
}

/** The words of a text in order. Anything that is neither letter nor digit separates words. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(WORD)) {
    const normalised = normalise(match[0])
    if (normalised === '') continue
    words.push({ text: normalised, start: match.index, end: match.index + match[0].length })
  }
  return words
}
