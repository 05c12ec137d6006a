import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser } from '@playwright/test'
import { writeContactSheet } from './look/contact-sheet'
import { startDemoPortal, type Actor, type DemoPortal } from './look/demo-portal'
import { openPage, signInAs } from './look/open-page'
import { PAGES } from './look/pages'
import type { PageState } from './look/pages/page-state'
import { ensureChromium, findChromium } from './test/chromium'

const FOLDER = 'docs/look'
const THEMES = ['light', 'dark'] as const
/** Width of the window (px), and of its picture on the contact sheet. */
const WIDTHS = [
  { width: 320, onSheet: 245 },
  { width: 768, onSheet: 350 },
  { width: 1280, onSheet: 440 },
]
const HEIGHT = 800

type Theme = (typeof THEMES)[number]
type Cookies = Record<string, Awaited<ReturnType<typeof signedInCookies>>>

async function signedInCookies(browser: Browser, portal: DemoPortal, actor: Actor) {
  const context = await browser.newContext({ baseURL: portal.url })
  await signInAs(context, actor)
  const cookies = await context.cookies()
  await context.close()
  return cookies
}

function pictureFile(name: string, width: number, theme: Theme): string {
  return join(FOLDER, `${name}-${width}-${theme}.png`)
}

/** Opens a page once and takes it at every width in both themes. */
async function takePictures(
  browser: Browser,
  portal: DemoPortal,
  cookies: Cookies,
  state: PageState,
): Promise<void> {
  const context = await browser.newContext({
    baseURL: portal.url,
    locale: 'en-GB',
    // A colour half way to the other theme would be in the picture.
    reducedMotion: 'reduce',
  })
  await context.addCookies(cookies[state.actor] ?? [])
  const page = await context.newPage()
  await openPage(page, state, portal)
  for (const { width } of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT })
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme })
      await page.screenshot({ path: pictureFile(state.name, width, theme), fullPage: true })
    }
  }
  await context.close()
}

async function writeContactSheets(browser: Browser, pages: PageState[]): Promise<void> {
  for (const { width, onSheet } of WIDTHS) {
    for (const theme of THEMES) {
      const sheet = join(FOLDER, `sheet-${width}-${theme}.png`)
      const pictures = pages.map(({ name }) => ({ name, file: pictureFile(name, width, theme) }))
      await writeContactSheet(browser, pictures, onSheet, sheet)
      console.log(sheet)
    }
  }
}

/**
 * Writes a picture of every page at each width in both themes, and a contact sheet of each set, into
 * docs/look. With words behind it, only of the pages whose name contains one: `npm run look ticket`.
 */
async function look(words: string[]): Promise<void> {
  const wanted = (name: string) => words.length === 0 || words.some((word) => name.includes(word))
  const pages = PAGES.filter(({ name }) => wanted(name))
  console.log(ensureChromium())
  if (words.length === 0) rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  const portal = await startDemoPortal()
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    const cookies: Cookies = {}
    for (const actor of new Set(pages.map((page) => page.actor))) {
      cookies[actor] = await signedInCookies(browser, portal, actor)
    }
    for (const state of pages) await takePictures(browser, portal, cookies, state)
    await writeContactSheets(browser, pages)
  } finally {
    await browser.close()
    await portal.stop()
  }
}

await look(process.argv.slice(2))
