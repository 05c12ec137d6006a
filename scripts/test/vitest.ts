import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { runBin, type Manner, type Outcome } from './command'

const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  success: z.boolean(),
})

/**
 * Files at once. The tests of routes mostly wait, for limits to pass and for backends that hang, and
 * other parts run beside them.
 */
const FILES_AT_ONCE: Record<string, number> = { unit: 2, routes: 5 }

/** Runs one project of vitest.config.ts and counts its tests. */
export async function runVitest(
  project: string,
  env: Record<string, string>,
  manner: Manner,
): Promise<Outcome> {
  const filesAtOnce = FILES_AT_ONCE[project] ?? 1
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
        `--maxWorkers=${filesAtOnce}`,
        // Fewer would be ended as soon as no file waits, which now and then ends one that still works.
        `--minWorkers=${filesAtOnce}`,
      ],
      manner,
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
