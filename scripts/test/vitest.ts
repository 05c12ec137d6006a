import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { runBin, type Outcome } from './command'

const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  success: z.boolean(),
})

/** One portal at a time: two cores carry one well. */
const ALONE = new Set(['routes'])

/** Runs one project of vitest.config.ts and counts its tests. */
export async function runVitest(project: string, env: Record<string, string>): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'portico-vitest-'))
  const file = join(folder, 'report.json')
  try {
    const code = await runBin(
      'vitest',
      [
        'run',
        '--project',
        project,
        '--reporter=dot',
        '--reporter=json',
        `--outputFile.json=${file}`,
        ...(ALONE.has(project) ? ['--no-file-parallelism'] : []),
      ],
      env,
    )
    const { numPassedTests, numFailedTests } = report.parse(JSON.parse(readFileSync(file, 'utf8')))
    // An error outside of any test, such as a file that does not load, counts too.
    return {
      passed: numPassedTests,
      failed: code === 0 ? numFailedTests : Math.max(1, numFailedTests),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
