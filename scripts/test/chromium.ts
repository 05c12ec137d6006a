import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

/** The shell without windows comes first: it has no user interface to draw, and takes half the time. */
const SYSTEM_NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
]

/** Chromium of CHROMIUM_PATH, of the system, or of Playwright; undefined when there is none. */
export function findChromium(): string | undefined {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  for (const name of SYSTEM_NAMES) {
    const found = spawnSync('which', [name], { encoding: 'utf8' })
    if (found.status === 0) return found.stdout.trim()
  }
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined
}

function tries(command: string, args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore', timeout: 300_000 })
    return true
  } catch {
    return false
  }
}

/**
 * Finds Chromium, or installs it: first Playwright's own, then the system's package.
 * @returns a line on what was done
 * @throws a sentence on what to do when neither works
 */
export function ensureChromium(): string {
  const found = findChromium()
  if (found) return `Chromium: ${found}`
  tries('npx', ['playwright', 'install', 'chromium'])
  if (findChromium()) return "Chromium: installed Playwright's own."
  if (process.getuid?.() === 0 && tries('apt-get', ['update', '-qq'])) {
    for (const name of ['chromium-headless-shell', 'chromium']) {
      tries('apt-get', ['install', '-y', '-qq', name])
      if (findChromium()) return `Chromium: installed the system's package ${name}.`
    }
  }
  throw new Error(
    'Chromium was not found and could not be installed. Install it, or set CHROMIUM_PATH to it.',
  )
}
