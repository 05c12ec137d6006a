import { PASSWORD_BYTES, PASSWORD_LENGTH } from './password'

/** What the browser can say of a password while it is typed; the server's judgement is the one that counts. */
export type Gauged = {
  /** 0 for nothing, 1 for a refusal that is sure, 4 for a long way from guessable. */
  level: 0 | 1 | 2 | 3 | 4
  /** The reason, then the tip. */
  words: string
}

const TIP = 'Take four or more words that have nothing to do with each other.'

/** Rows that fingers and alphabets follow, forwards and backwards. */
const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const RUNS = [...ROWS, ...ROWS.map((row) => [...row].reverse().join(''))]

/** The beginnings of most passwords that were ever leaked; the long lists stay on the server. */
const COMMON =
  /passwor[dt]|passw0rd|welcome|letmein|iloveyou|sunshine|princess|football|baseball|dragon|monkey|master|shadow|superman|batman|summer|winter|spring|autumn|secret|admin|login|hello|portico|support/g

/** Characters that nobody guesses from the ones beside them: runs, repetitions and known words count once. */
function surprises(password: string): number {
  const text = password.toLowerCase().replace(COMMON, '*')
  const characters = [...text]
  return characters.filter((character, index) => {
    const before = characters[index - 1]
    if (before === undefined) return true
    return character !== before && !RUNS.some((row) => row.includes(before + character))
  }).length
}

/** "abcabcabcabc": one piece, said again and again. */
function repeats(password: string): boolean {
  return /^(.{1,6})\1+.{0,5}$/u.test(password)
}

function usesOneOf(password: string, about: string[]): boolean {
  const text = password.toLowerCase()
  const pieces = about.flatMap((known) => known.toLowerCase().split(/[\s@.+-]+/))
  const rest = pieces
    .filter((piece) => piece.length > 2)
    .reduce((left, piece) => left.replaceAll(piece, ''), text)
  return rest.length < text.length && [...rest].length < PASSWORD_LENGTH - 2
}

/**
 * Judges by length, repetition and what stands beside it on the form. It is a kilobyte where the lists
 * of the server are megabytes, so it may praise what the server refuses, and never the other way round.
 * @param about what else is typed into the form: a name, an address
 */
export function gaugePassword(password: string, about: string[] = []): Gauged {
  const length = [...password].length
  if (length === 0) return { level: 0, words: '' }
  if (length < PASSWORD_LENGTH) {
    const left = PASSWORD_LENGTH - length
    return {
      level: 1,
      words: `Too short: ${left} more ${left === 1 ? 'character' : 'characters'}.`,
    }
  }
  if (new TextEncoder().encode(password).length > PASSWORD_BYTES) {
    return { level: 1, words: 'Too long: accents and emoji count more than once.' }
  }
  if (repeats(password)) return weak('the same characters again and again are quickly guessed')
  if (usesOneOf(password, about)) return weak('it is made of your name or your address')
  const surprising = surprises(password)
  if (surprising < 8) return weak('known words, rows of keys and sequences are tried first')
  if (surprising < 14) return { level: 3, words: 'Good so far. A word more makes it better.' }
  return { level: 4, words: 'Long and hard to guess.' }
}

function weak(reason: string): Gauged {
  return { level: 2, words: `Easy to guess: ${reason}. ${TIP}` }
}
