import { spawn } from 'node:child_process'

export type Outcome = { passed: number; failed: number }

/** Runs a command of node_modules/.bin with its output shown. @returns its exit code */
export function runBin(
  command: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(`node_modules/.bin/${command}`, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    })
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/** A check that passes or fails as a whole counts as one test. */
export async function runCommand(label: string, command: string, args: string[]): Promise<Outcome> {
  const code = await runBin(command, args)
  console.log(code === 0 ? `${label}: in order` : `${label}: see above`)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}
