import { writeFileSync } from 'node:fs'
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter'

/** Writes how many journeys passed and failed where `npm test` adds them up. */
export default class PlaywrightCount implements Reporter {
  readonly #failed = new Set<string>()
  readonly #passed = new Set<string>()

  onTestEnd(test: TestCase, result: TestResult): void {
    const { id } = test
    if (result.status === 'passed') this.#passed.add(id)
    else this.#failed.add(id)
  }

  onEnd(_result: FullResult): void {
    const file = process.env.PLAYWRIGHT_COUNT_FILE
    if (!file) return
    writeFileSync(file, JSON.stringify({ passed: this.#passed.size, failed: this.#failed.size }))
  }
}
