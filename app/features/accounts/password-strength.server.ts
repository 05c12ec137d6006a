import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import * as common from '@zxcvbn-ts/language-common'
import * as english from '@zxcvbn-ts/language-en'

/** Below 3 of 4, guessing a leaked hash takes hours rather than years. */
const LOWEST_SCORE = 3

/**
 * Judged are the first characters, when they are strong the whole is, in so many readings of `4` for
 * `a` and the like. Without limits, 72 characters in disguise take half a second in which nobody else
 * is served; with these, 40 ms.
 */
const JUDGED_LENGTH = 32
const DISGUISES = 16

/** What is about the portal itself and so is tried first. */
const OUR_WORDS = ['portico', 'portico help', 'support', 'customer portal']

/** Reasons, by the names that zxcvbn gives them. */
const REASONS: Record<string, string> = {
  straightRow: 'letters in a row on the keyboard are tried first',
  keyPattern: 'patterns on the keyboard are tried first',
  simpleRepeat: 'the same character again and again is quickly guessed',
  extendedRepeat: 'the same characters again and again are quickly guessed',
  sequences: 'a sequence such as abc or 6543 is quickly guessed',
  recentYears: 'years are quickly guessed',
  dates: 'dates are quickly guessed',
  topTen: 'it is one of the ten most used passwords',
  topHundred: 'it is one of the hundred most used passwords',
  common: 'it is on the lists of passwords that are tried first',
  similarToCommon: 'it is too close to a password that is tried first',
  wordByItself: 'a single word is quickly guessed',
  namesByThemselves: 'names are quickly guessed',
  commonNames: 'names are quickly guessed',
  userInputs: 'it is made of your name, your address or ours',
  pwned: 'it has been leaked somewhere',
}

const TIP = 'Take four or more words that have nothing to do with each other.'

let loaded: ZxcvbnFactory | undefined

/** The lists take 70 MB and half a second, so they wait for the first password. */
function strengthMeter(): ZxcvbnFactory {
  return (loaded ??= new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    maxLength: JUDGED_LENGTH,
    l33tMaxSubstitutions: DISGUISES,
  }))
}

/**
 * What is wrong with a new password, as a reason and a tip; null for a good one. No rules on which
 * characters it has: NIST SP 800-63B, 3.1.1.2, asks for length and for a list of known passwords.
 * @param about the person's name and addresses, which others know too
 */
export function weaknessOf(password: string, about: (string | null)[]): string | null {
  const known = about.flatMap((text) => (text ? [text, ...text.split(/[\s@.+-]+/)] : []))
  const { score, feedback } = strengthMeter().check(
    password,
    [...OUR_WORDS, ...known].filter((word) => word.length > 2),
  )
  if (score >= LOWEST_SCORE) return null
  const reason = REASONS[feedback.warning ?? ''] ?? 'it would be guessed quickly'
  return `Choose a password that is harder to guess: ${reason}. ${TIP}`
}
