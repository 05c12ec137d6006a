import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'

export type Outcome = { passed: number; failed: number }

/** How a command runs beside others. */
export type Manner = {
  /** Its output as it comes, or when it has ended. */
  output: 'at once' | 'when done'
  /** Whether it takes only what the others leave of the processors. */
  background: boolean
}

/** Runs a command of node_modules/.bin and shows its output. @returns its exit code */
export function runBin(
  command: string,
  args: string[],
  { output, background }: Manner,
  env: Record<string, string> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const kept: Buffer[] = []
    const stdio = output === 'at once' ? 'inherit' : 'pipe'
    const child = spawn(`node_modules/.bin/${command}`, args, {
      stdio: ['ignore', stdio, stdio],
      env: { ...process.env, ...env },
    })
    // Without a number it could not be started, which is told below.
    if (background && child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (bytes: Buffer) => kept.push(bytes))
    child.on('error', reject)
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(kept))
      resolve(code ?? 1)
    })
  })
}

/** A check that passes or fails as a whole counts as one test. */
export async function runCommand(
  label: string,
  command: string,
  args: string[],
  manner: Manner,
): Promise<Outcome> {
  const code = await runBin(command, args, manner)
  console.log(code === 0 ? `${label}: in order` : `${label}: see above`)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}
