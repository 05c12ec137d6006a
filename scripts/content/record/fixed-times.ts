import type { Page } from '@playwright/test'
import { PORTAL_ZONE } from '~/http/reader-clock'
import { formatTime } from '~/ui/format-time'

/** The moment at which every film takes place, so that a new recording differs by what has changed. */
const FILMED_AT = Date.parse('2026-03-03T09:20:00Z')

/**
 * Moves every time on the page as if the portal had been started at FILMED_AT; what happens in the
 * film itself happens at that moment.
 */
export async function fixTimes(page: Page, startedAt: number): Promise<void> {
  for (const time of await page.locator('time').all()) {
    const moment = Date.parse((await time.getAttribute('datetime')) ?? '')
    const moved = new Date(FILMED_AT + Math.min(0, moment - startedAt))
    const text = formatTime(moved.toISOString(), PORTAL_ZONE, new Date(FILMED_AT).toISOString())
    await time.evaluate((element, shown) => (element.textContent = shown), text)
  }
}
