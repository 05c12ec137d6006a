import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runBin, type Outcome, type Output } from './command'

/** Runs the journeys and counts them. */
export async function runPlaywright(output: Output): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'portico-journeys-'))
  const file = join(folder, 'count.json')
  try {
    const { code } = await runBin('playwright', ['test'], output, { PLAYWRIGHT_COUNT_FILE: file })
    const counted: Outcome = existsSync(file)
      ? (JSON.parse(readFileSync(file, 'utf8')) as Outcome)
      : { passed: 0, failed: 0, faults: [] }
    if (code === 0 || counted.failed > 0) return counted
    return { ...counted, failed: 1, faults: ['An error outside of any journey, see above.'] }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
