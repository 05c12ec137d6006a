import { buildAll, buildLocalSupabase } from '../start/build'
import { requireSpace } from '../start/check-machine'
import { step } from '../start/step.mjs'
import { ensureChromium } from './chromium'
import { runCommand, type Manner, type Outcome } from './command'
import { runPlaywright } from './playwright'
import { runVitest } from './vitest'

type Part = { name: string; run: (manner: Manner) => Promise<Outcome> }

/** Parts that run one after the other; lanes run side by side. */
type Lane = { parts: Part[]; background?: boolean }

const check = (label: string, command: string, args: string[]): Part => ({
  name: label,
  run: (manner) => runCommand(label, command, args, manner),
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
  run: (manner) => runVitest(project, env, manner),
})

const JOURNEYS: Part = { name: 'journeys, JavaScript off and on', run: runPlaywright }

const ON_POSTGRES = { TEST_DATABASE: 'postgres' }
const MORE_KILLS = { KILL_ROUNDS: '20' }

/**
 * What each way of testing runs: stages in turn, each of one or more lanes. The tests of routes
 * mostly wait (for limits to pass, for a backend that hangs), so another lane goes beside them, in
 * the background: some of them measure how long an answer takes.
 */
const SETS: Record<string, Lane[][]> = {
  all: [
    [
      { parts: [vitest('routes')] },
      {
        parts: [...CHECKS, vitest('unit'), vitest('content'), vitest('database')],
        background: true,
      },
    ],
    [{ parts: [vitest('timing'), JOURNEYS] }],
  ],
  postgres: [
    [
      { parts: [vitest('routes', ON_POSTGRES)] },
      { parts: [vitest('database', ON_POSTGRES)], background: true },
    ],
    [{ parts: [vitest('timing', ON_POSTGRES)] }],
  ],
  long: [
    [
      {
        parts: [vitest('database', MORE_KILLS), vitest('routes', MORE_KILLS), vitest('long')],
      },
    ],
  ],
}

async function runLane(
  { parts, background = false }: Lane,
  output: Manner['output'],
): Promise<Outcome> {
  const total = { passed: 0, failed: 0 }
  for (const part of parts) {
    console.log(`\n── ${part.name}`)
    const started = performance.now()
    const { passed, failed } = await part.run({ output, background })
    const seconds = ((performance.now() - started) / 1000).toFixed(0)
    console.log(`── ${part.name}: ${passed} passed, ${failed} failed, ${seconds} s`)
    total.passed += passed
    total.failed += failed
  }
  return total
}

/**
 * Runs a set of tests and closes with one line, `N passed, N failed`.
 * @param args the name of the set, if it is not all
 * @returns the exit code
 */
export async function runTests([name = 'all']: string[]): Promise<number> {
  const stages = SETS[name]
  if (!stages) {
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
  for (const lanes of stages) {
    const output = lanes.length > 1 ? 'when done' : 'at once'
    for (const { passed, failed } of await Promise.all(
      lanes.map((lane) => runLane(lane, output)),
    )) {
      total.passed += passed
      total.failed += failed
    }
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 && total.passed > 0 ? 0 : 1
}
