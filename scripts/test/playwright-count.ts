import { writeFileSync } from 'node:fs'
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter'
import type { Outcome } from './command'

/** Writes how many journeys passed and failed, and why, where `npm test` adds them up. */
export default class PlaywrightCount implements Reporter {
  readonly #passed = new Set<string>()
  readonly #faults = new Map<string, string>()

  onTestEnd(test: TestCase, { status, error }: TestResult): void {
    if (status === 'passed') this.#passed.add(test.id)
    else
      this.#faults.set(
        test.id,
        `${test.titlePath().slice(1).join(' › ')}\n${error?.message ?? status}`,
      )
  }

  onEnd(_result: FullResult): void {
    const file = process.env.PLAYWRIGHT_COUNT_FILE
    if (!file) return
    const outcome: Outcome = {
      passed: this.#passed.size,
      failed: this.#faults.size,
      faults: [...this.#faults.values()],
    }
    writeFileSync(file, JSON.stringify(outcome))
  }
}
