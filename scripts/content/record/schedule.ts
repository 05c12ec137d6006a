import type { Move, Recording } from './recording'

/** All times are whole frames, in milliseconds since the film started. */
export const FRAME = 40
/** Every move to a place brings it into view, then takes the pointer there, then presses. */
export const SCROLL = 10 * FRAME
export const TRAVEL = 20 * FRAME
export const PRESS = 8 * FRAME
/** Between two words that are typed. */
export const WORD = 5 * FRAME

const SETTLE = 20 * FRAME
const LAST_LOOK = 25 * FRAME
/** Letters that a reader of captions takes in a second, and the time to find the line. */
const READING_SPEED = 15
const FIND_THE_LINE = 500

type Slot = { move: Move; at: number }
type Cue = { words: string; from: number; to: number }
export type Schedule = { slots: Slot[]; cues: Cue[]; length: number }

/**
 * Says when each move happens and how long each sentence stands. It depends on the script alone,
 * not on the pages, so that captions can be held against it without a film.
 */
export function schedule({ scenes }: Pick<Recording, 'scenes'>): Schedule {
  const slots: Slot[] = []
  const cues: Cue[] = []
  let now = 0
  const finishCue = () => {
    const cue = cues.at(-1)
    if (!cue) return
    now = Math.max(now, cue.from + readingTime(cue.words))
    cue.to = now
  }
  for (const move of scenes.flat()) {
    if (move.kind === 'say') {
      finishCue()
      cues.push({ words: move.words, from: now, to: now })
    } else {
      slots.push({ move, at: now })
      now += durationOf(move)
    }
  }
  finishCue()
  return { slots, cues, length: now + LAST_LOOK }
}

function durationOf(move: Exclude<Move, { kind: 'say' }>): number {
  switch (move.kind) {
    case 'point':
      return SCROLL + TRAVEL + SETTLE
    case 'press':
    case 'attach':
      return SCROLL + TRAVEL + PRESS + SETTLE
    case 'type':
      return SCROLL + TRAVEL + PRESS + typedWords(move.text).length * WORD + SETTLE
    case 'rest':
      return wholeFrames(move.seconds * 1000)
    case 'cover':
      return 0
  }
}

/** Each with the space after it. */
export function typedWords(text: string): string[] {
  return text.split(/(?<=\s)/)
}

function readingTime(sentence: string): number {
  return wholeFrames(FIND_THE_LINE + (sentence.length / READING_SPEED) * 1000)
}

function wholeFrames(milliseconds: number): number {
  return Math.ceil(milliseconds / FRAME) * FRAME
}
