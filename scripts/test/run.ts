import { buildAll, buildLocalSupabase } from '../start/build'
import { requireSpace } from '../start/check-machine'
import { step } from '../start/step.mjs'
import { ensureChromium } from './chromium'
import { runCommand, type Outcome } from './command'
import { runPlaywright } from './playwright'
import { runVitest } from './vitest'

type Part = { name: string; run: () => Promise<Outcome> }

const check = (label: string, command: string, args: string[]): Part => ({
  name: label,
  run: () => runCommand(label, command, args),
})

const CHECKS: Part[] = [
  check('types', 'tsc', ['--noEmit', '-p', '.']),
  check('lint', 'eslint', ['.', '--max-warnings=-1', '--quiet']),
  check('import rules', 'depcruise', [
    'app',
    'scripts',
    'supabase/local',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'err',
  ]),
]

const vitest = (project: string, env: Record<string, string> = {}): Part => ({
  name: Object.keys(env).length > 0 ? `${project} (${Object.values(env).join(', ')})` : project,
  run: () => runVitest(project, env),
})

/** What each way of testing runs, in order; the quick ones first. */
const SETS: Record<string, Part[]> = {
  all: [
    ...CHECKS,
    vitest('unit'),
    vitest('content'),
    vitest('database'),
    vitest('routes'),
    { name: 'journeys, JavaScript off and on', run: runPlaywright },
  ],
  postgres: [
    vitest('database', { TEST_DATABASE: 'postgres' }),
    vitest('routes', { TEST_DATABASE: 'postgres' }),
  ],
  long: [vitest('database', { KILL_ROUNDS: '20' }), vitest('routes', { KILL_ROUNDS: '20' })],
}

/**
 * Runs a set of tests and closes with one line, `N passed, N failed`.
 * @param args the name of the set, if it is not all
 * @returns the exit code
 */
export async function runTests([name = 'all']: string[]): Promise<number> {
  const parts = SETS[name]
  if (!parts) {
    console.error(
      `There is no set of tests called "${name}". There are: ${Object.keys(SETS).join(', ')}.`,
    )
    return 2
  }
  requireSpace('.')
  if (name === 'all') console.log(await step('Looking for Chromium', ensureChromium))
  await buildAll(false)
  await buildLocalSupabase()
  const total = { passed: 0, failed: 0 }
  for (const part of parts) {
    console.log(`\n── ${part.name}`)
    const { passed, failed } = await part.run()
    total.passed += passed
    total.failed += failed
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 && total.passed > 0 ? 0 : 1
}
