import { spawn } from 'node:child_process'

/** What a part of the tests came to; `faults` says in words what failed, and why. */
export type Outcome = { passed: number; failed: number; faults: string[] }

/** Whether a command's output is shown as it comes, or when the command has ended. */
export type Output = 'at once' | 'when done'

/** @returns the exit code, and the output unless it was shown as it came */
export function runBin(
  command: string,
  args: string[],
  output: Output,
  env: Record<string, string> = {},
): Promise<{ code: number; text: string }> {
  return new Promise((resolve, reject) => {
    const kept: Buffer[] = []
    const stdio = output === 'at once' ? 'inherit' : 'pipe'
    const child = spawn(`node_modules/.bin/${command}`, args, {
      stdio: ['ignore', stdio, stdio],
      env: { ...process.env, ...env },
    })
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (bytes: Buffer) => kept.push(bytes))
    child.on('error', reject)
    child.on('close', (code) => {
      const bytes = Buffer.concat(kept)
      process.stdout.write(bytes)
      resolve({ code: code ?? 1, text: bytes.toString() })
    })
  })
}

/** A check that passes or fails as a whole counts as one test. */
export async function runCommand(
  label: string,
  command: string,
  args: string[],
  output: Output,
): Promise<Outcome> {
  const { code, text } = await runBin(command, args, output)
  if (code === 0) return { passed: 1, failed: 0, faults: [] }
  return { passed: 0, failed: 1, faults: [`${label}\n${text.trim()}`] }
}
