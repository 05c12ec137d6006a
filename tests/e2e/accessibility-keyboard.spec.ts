import type { Page } from '@playwright/test'
import { PAGES } from '../../scripts/look/pages'
import { test } from './support/demo'
import { expect } from './support/journey'

const KEYBOARD_PAGES = PAGES.filter(({ name }) =>
  [
    'home',
    'article',
    'login',
    'tickets',
    'ticket-new',
    'ticket-open',
    'queue',
    'desk-ticket',
    'customer',
    'team',
    'macro',
    'categories',
    'components',
  ].includes(name),
)

/** Marks all that should be reached; of a group of radio buttons, arrow keys reach the others. */
function markStops(page: Page): Promise<number> {
  return page.evaluate(() => {
    const all = 'a[href], button, input, select, textarea, summary, video, [tabindex="0"]'
    const groups = new Set<string>()
    const stops = [...document.querySelectorAll<HTMLElement>(all)].filter((element) => {
      if (!element.checkVisibility() || (element as HTMLInputElement).disabled) return false
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true
      if (groups.has(element.name)) return false
      groups.add(element.name)
      return true
    })
    for (const stop of stops) {
      const radio = stop instanceof HTMLInputElement && stop.type === 'radio'
      stop.dataset.stop = radio ? stop.name : stop.outerHTML.slice(0, 120)
    }
    return stops.length
  })
}

type Focused = { stop: string | null; ring: number; inView: boolean }

/** What has the focus, and how wide its ring is: its own, or the one around its whole card (px). */
function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement
    const name =
      element instanceof HTMLInputElement && element.type === 'radio' ? element.name : null
    const marked = name ? document.querySelector<HTMLElement>(`[data-stop="${name}"]`) : element
    const ring = (pseudo?: string) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element, pseudo)
      return outlineStyle === 'none' ? 0 : parseFloat(outlineWidth)
    }
    const { top, bottom, height } = element.getBoundingClientRect()
    const seen = Math.min(bottom, window.innerHeight) - Math.max(top, 0)
    if (marked?.dataset.stop) marked.dataset.reached = 'yes'
    return {
      stop: marked?.dataset.stop ?? null,
      ring: Math.max(ring(), ring('::after')),
      inView: seen > Math.min(height, 20) / 2,
    }
  })
}

function notReached(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-stop]:not([data-reached])')].map(
      (element) => element.dataset.stop!,
    ),
  )
}

for (const state of KEYBOARD_PAGES) {
  test(`Tab reaches everything on ${state.name}, and one sees where one is`, async ({ open }) => {
    const { page } = await open(state)
    const stops = await markStops(page)
    // A date has a stop for each of its parts.
    const presses = stops + 4 * (await page.locator('input[type=date]').count()) + 6
    // The calendar button inside a date shows the ring of the browser: the field's own is what counts.
    const rings = new Map<string, number>()
    for (let pressed = 0; pressed < presses; pressed++) {
      await page.keyboard.press('Tab')
      const { stop, ring, inView } = await focused(page)
      if (stop === null) continue
      expect(inView, stop).toBe(true)
      rings.set(stop, Math.max(ring, rings.get(stop) ?? 0))
    }
    expect([...rings].filter(([, ring]) => ring < 2)).toEqual([])
    expect(await notReached(page)).toEqual([])
  })

  test(`the first Tab on ${state.name} offers the way past the menu`, async ({ open }) => {
    const { page } = await open(state)
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Skip to the content' })
    await expect(skip).toBeFocused()
    await expect(skip).toBeInViewport()
    await page.keyboard.press('Enter')
    await expect(page.locator('#main')).toBeFocused()
  })
}
