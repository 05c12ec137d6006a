import type { Locator, Page } from '@playwright/test'
import type { Stage } from './stage'

/** Finds the place that a move goes to. */
type Target = (page: Page) => Locator

/** Something that happens in front of the camera. */
export type Move =
  | { kind: 'say'; words: string }
  | { kind: 'point'; target: Target }
  | { kind: 'press'; target: Target; opens?: string }
  | { kind: 'type'; target: Target; text: string }
  | { kind: 'attach'; target: Target; file: { name: string; bytes: number } }
  | { kind: 'rest'; seconds: number }
  | { kind: 'cover' }

/** The script of a video: captions, transcript, picture and film are all made from it. */
export type Recording = {
  /** The line below the video. */
  title: string
  /** Everything that happens before the film starts; leaves the page where it does. */
  prepare: (page: Page, stage: Stage) => Promise<void>
  /** Each scene is a paragraph of the transcript. The first move of the first one says something. */
  scenes: Move[][]
}

/** A sentence of the captions and the transcript. It stays until the next one, long enough to read. */
export const say = (words: string): Move => ({ kind: 'say', words })

/** The pointer goes there and does nothing. */
export const point = (target: Target): Move => ({ kind: 'point', target })

/**
 * The pointer goes there and presses.
 * @param opens the heading of the page that this leads to
 */
export const press = (target: Target, opens?: string): Move => ({ kind: 'press', target, opens })

/** The pointer goes to a field, and words appear in it one by one. */
export const type = (target: Target, text: string): Move => ({ kind: 'type', target, text })

/** The pointer presses a file field, and a picture of that name is chosen. */
export const attach = (target: Target, name: string, bytes: number): Move => ({
  kind: 'attach',
  target,
  file: { name, bytes },
})

export const rest = (seconds: number): Move => ({ kind: 'rest', seconds })

/** What is seen now is the picture of the video before it is played. */
export const cover = (): Move => ({ kind: 'cover' })

export const button =
  (name: string): Target =>
  (page) =>
    page.getByRole('button', { name, exact: true })

export const link =
  (name: string): Target =>
  (page) =>
    page.getByRole('link', { name, exact: true })

export const field =
  (label: string): Target =>
  (page) =>
    page.getByLabel(label)

export const words =
  (text: string): Target =>
  (page) =>
    page.getByText(text).filter({ visible: true }).first()
