import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type axe from 'axe-core'
import { PAGES } from '../../scripts/look/pages'
import { test } from './support/demo'
import { complaintsAbout } from './support/html-checker'
import { expect } from './support/journey'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Contrast depends on the theme and layout on the width: two windows see both of each. */
const WINDOWS = [
  { width: 320, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
] as const

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds on a page that has its script, a line for each element. */
async function axeComplaints(page: Page): Promise<string[]> {
  const violations = await page.evaluate(async (rules) => {
    const options = {
      runOnly: rules,
      resultTypes: ['violations'],
      preload: false, // of stylesheets, for a rule that is not among these
    } satisfies axe.RunOptions
    const { axe: onPage } = globalThis as unknown as { axe: typeof axe }
    return (await onPage.run(options)).violations
  }, RULES)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  )
}

/** How far a page is wider than its window (px). */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}

for (const state of PAGES) {
  test(`${state.name} can be used by everybody`, async ({ open }) => {
    const { page, html } = await open(state)
    expect(html).toContain('<h1')
    expect.soft(await complaintsAbout(html)).toEqual([])
    expect(html).not.toMatch(/<[^>]+\sstyle=/)

    // Not as a script of the page, whose policy would refuse it.
    await page.evaluate(AXE)
    for (const { width, colorScheme } of WINDOWS) {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect.soft(await overflow(page), `${width} px`).toBeLessThanOrEqual(0)
      expect.soft(await axeComplaints(page), `${width} px, ${colorScheme}`).toEqual([])
    }
  })
}
