import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { picture } from '../../../tests/support/ticket-forms'
import { fixTimes } from './fixed-times'
import type { Move } from './recording'
import { FRAME, PRESS, type Schedule, SCROLL, TRAVEL, typedWords, WORD } from './schedule'

/** Of the window (CSS px): small, so that its text can be read in a small video. */
export const WINDOW = { width: 800, height: 450 }
/** The part of it that nothing covers: players lay the captions and their buttons over the rest. */
const SEEN = { top: 40, bottom: 330 }

type Point = { x: number; y: number }
/** What is seen from a moment on. */
type Still = { file: string; at: number }
/** The pointer on its way, in CSS px. */
export type Travel = { at: number; from: Point; to: Point }
export type Film = { stills: Still[]; travels: Travel[]; presses: number[]; cover: string }

const RESTING_PLACE = { x: WINDOW.width / 2, y: WINDOW.height - 60 }

/**
 * Plays the moves on the page and takes a picture whenever something has changed.
 * @param folder for the pictures
 * @param startedAt when the portal was started (ms)
 * @throws when the page is not as the script says: then the portal has changed
 */
export async function shoot(
  page: Page,
  { slots }: Schedule,
  folder: string,
  startedAt: number,
): Promise<Film> {
  const film: Film = { stills: [], travels: [], presses: [], cover: '' }
  const still = async (at: number) => {
    await fixTimes(page, startedAt)
    const file = `${String(film.stills.length).padStart(4, '0')}.png`
    await writeFile(path.join(folder, file), await page.screenshot({ animations: 'disabled' }))
    film.stills.push({ file, at })
  }
  await still(0)
  for (const { move, at } of slots) {
    if (move.kind === 'cover') film.cover = film.stills.at(-1)?.file ?? ''
    if (!('target' in move)) continue
    const target = move.target(page)
    await scrollTo(page, target, at, still)
    const place = await placeOf(target)
    const from = film.travels.at(-1)?.to ?? RESTING_PLACE
    film.travels.push({ at: at + SCROLL, from, to: place })
    await page.mouse.move(place.x, place.y)
    await still(at + SCROLL + TRAVEL)
    if (move.kind === 'point') continue
    film.presses.push(at + SCROLL + TRAVEL)
    await act(page, move, target, at + SCROLL + TRAVEL + PRESS, still)
  }
  return film
}

type TakeStill = (at: number) => Promise<void>

async function act(page: Page, move: Move, target: Locator, at: number, still: TakeStill) {
  if (move.kind === 'press') {
    await target.click()
    if (move.opens) await page.getByRole('heading', { level: 1, name: move.opens }).waitFor()
    await page.waitForLoadState()
  }
  if (move.kind === 'attach') {
    const { name, bytes } = move.file
    const data = Buffer.from(await picture(name, bytes).arrayBuffer())
    await target.setInputFiles([{ name, mimeType: 'image/png', buffer: data }])
  }
  if (move.kind === 'type') {
    const typed = typedWords(move.text)
    for (let count = 1; count < typed.length; count += 1) {
      await target.fill(typed.slice(0, count).join(''))
      await still(at + (count - 1) * WORD)
    }
    await target.fill(move.text)
    return still(at + (typed.length - 1) * WORD)
  }
  await still(at)
}

/** Brings a place that is out of sight, or under the captions, to a good height, a bit in each frame. */
async function scrollTo(page: Page, target: Locator, at: number, still: TakeStill): Promise<void> {
  const box = await boxOf(target)
  if (box.y >= SEEN.top && box.y + Math.min(box.height, 60) <= SEEN.bottom) return
  const start = await page.evaluate(() => window.scrollY)
  const way = box.y - (SEEN.top + SEEN.bottom) / 2
  for (let time = FRAME; time <= SCROLL; time += FRAME) {
    const top = start + way * eased(time / SCROLL)
    await page.evaluate((top) => window.scrollTo({ top, behavior: 'instant' }), top)
    await still(at + time - FRAME)
  }
}

/** Slow at both ends. @param part of the way, 0 to 1 */
function eased(part: number): number {
  return part * part * (3 - 2 * part)
}

/** Where to point at: the middle of something small, near the start of something large. */
async function placeOf(target: Locator): Promise<Point> {
  const { x, y, width, height } = await boxOf(target)
  return {
    x: Math.round(x + Math.min(width / 2, 70)),
    y: Math.round(y + Math.min(height / 2, 40)),
  }
}

async function boxOf(target: Locator) {
  const box = await target.boundingBox()
  if (!box) throw new Error(`The page does not show ${target}.`)
  return box
}
