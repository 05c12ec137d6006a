import { defineConfig, devices } from '@playwright/test'
import { findChromium } from './scripts/test/chromium'

const chromium = {
  ...devices['Desktop Chrome'],
  launchOptions: {
    executablePath: findChromium(),
    // Drawing in the browser's own process takes less than in one more.
    args: ['--no-sandbox', '--disable-gpu', '--in-process-gpu'],
  },
}

/** Every journey runs twice, with JavaScript off and on, with the same assertions. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  // Two wait too often for a page to keep two cores busy.
  workers: 3,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['./scripts/test/playwright-count.ts']],
  globalSetup: './tests/e2e/support/global-setup.ts',
  use: {
    // A trace of every journey doubles their time: `TRACE=1 npx playwright test <name>` writes one.
    trace: process.env.TRACE ? 'on' : 'off',
    screenshot: 'only-on-failure',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  },
  projects: [
    {
      name: 'off',
      use: { ...chromium, javaScriptEnabled: false },
      // axe is a script, the order of the focus is the document's, and without scripts none start.
      testIgnore: ['accessibility*.spec.ts', 'hydration.spec.ts'],
    },
    { name: 'on', use: { ...chromium, javaScriptEnabled: true } },
  ],
})
