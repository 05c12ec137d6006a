import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runBin, type Manner, type Outcome } from './command'

/** Runs the journeys and counts them. */
export async function runPlaywright(manner: Manner): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'portico-journeys-'))
  const file = join(folder, 'count.json')
  try {
    const code = await runBin('playwright', ['test'], manner, { PLAYWRIGHT_COUNT_FILE: file })
    if (!existsSync(file)) return { passed: 0, failed: 1 }
    const { passed, failed } = JSON.parse(readFileSync(file, 'utf8')) as Outcome
    return { passed, failed: code === 0 ? failed : Math.max(1, failed) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
