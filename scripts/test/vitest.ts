import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { runBin, type Outcome, type Output } from './command'

const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
})

/** What failed, one text for each test, or for each file that did not load. */
function faultsOf({ testResults }: z.infer<typeof report>): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(process.cwd(), name)
    const failed = assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => `${file} › ${test.fullName}\n${test.failureMessages?.join('\n') ?? ''}`)
    return failed.length > 0 || status !== 'failed' ? failed : [`${file}\n${message}`]
  })
}

/**
 * Files at once. The tests of routes mostly wait, for limits to pass and for backends that hang, and
 * the database's run beside them.
 */
const FILES_AT_ONCE: Record<string, number> = { unit: 2, routes: 5 }

/** Runs one project of vitest.config.ts and counts its tests. */
export async function runVitest(
  project: string,
  env: Record<string, string>,
  output: Output,
): Promise<Outcome> {
  const filesAtOnce = FILES_AT_ONCE[project] ?? 1
  const folder = mkdtempSync(join(tmpdir(), 'portico-vitest-'))
  const file = join(folder, 'report.json')
  try {
    const { code } = await runBin(
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
      output,
      env,
    )
    const results = report.parse(JSON.parse(readFileSync(file, 'utf8')))
    const { numPassedTests: passed, numFailedTests: failed } = results
    const faults = faultsOf(results)
    if (code !== 0 && faults.length === 0)
      faults.push(`${project}: an error outside of any test, see above.`)
    // A file that does not load counts too.
    return { passed, failed: Math.max(failed, faults.length), faults }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
