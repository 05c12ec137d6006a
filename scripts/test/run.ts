import { buildAll, buildLocalSupabase } from '../start/build'
import { requireSpace } from '../start/check-machine'
import { step } from '../start/step.mjs'
import { ensureChromium } from './chromium'
import { runCommand, type Outcome, type Output } from './command'
import { runPlaywright } from './playwright'
import { runVitest } from './vitest'

type Part = { name: string; run: (output: Output) => Promise<Outcome> }

/** Parts that run one after the other; lanes run side by side. */
type Lane = Part[]

const check = (label: string, command: string, args: string[]): Part => ({
  name: label,
  run: (output) => runCommand(label, command, args, output),
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
  run: (output) => runVitest(project, env, output),
})

const JOURNEYS: Part = { name: 'journeys, JavaScript off and on', run: runPlaywright }

const ON_POSTGRES = { TEST_DATABASE: 'postgres' }
const MORE_KILLS = { KILL_ROUNDS: '20' }

/**
 * What each way of testing runs: stages in turn, each of one or more lanes. Tests that mostly wait, for
 * limits to pass or for backends that hang, go beside others; those that compare times have little
 * beside them.
 */
const SETS: Record<string, Lane[][]> = {
  all: [
    [[...CHECKS, vitest('unit')], [vitest('timing')]],
    [[vitest('content'), vitest('database')], [vitest('routes')]],
    [[JOURNEYS]],
  ],
  postgres: [
    [[vitest('database', ON_POSTGRES)], [vitest('routes', ON_POSTGRES)]],
    [[vitest('timing', ON_POSTGRES)]],
  ],
  long: [[[vitest('database', MORE_KILLS), vitest('routes', MORE_KILLS), vitest('long')]]],
}

const add = (one: Outcome, other: Outcome): Outcome => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  faults: [...one.faults, ...other.faults],
})

const NOTHING: Outcome = { passed: 0, failed: 0, faults: [] }

async function runLane(lane: Lane, output: Output): Promise<Outcome> {
  let total = NOTHING
  for (const part of lane) {
    console.log(`\n── ${part.name}`)
    const started = performance.now()
    const outcome = await part.run(output)
    const seconds = ((performance.now() - started) / 1000).toFixed(0)
    console.log(`── ${part.name}: ${outcome.passed} passed, ${outcome.failed} failed, ${seconds} s`)
    total = add(total, outcome)
  }
  return total
}

const MOST_LINES = 30

function cut(fault: string): string {
  const lines = fault.split('\n')
  return lines.length <= MOST_LINES
    ? fault
    : [...lines.slice(0, MOST_LINES), '… more above'].join('\n')
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
  let total = NOTHING
  for (const lanes of stages) {
    const output = lanes.length > 1 ? 'when done' : 'at once'
    total = (await Promise.all(lanes.map((lane) => runLane(lane, output)))).reduce(add, total)
  }
  // Said once more at the end, where whoever reads a long log looks first.
  if (total.faults.length > 0)
    console.log(`\nWhat failed:\n\n${total.faults.map(cut).join('\n\n')}`)
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 && total.passed > 0 ? 0 : 1
}
