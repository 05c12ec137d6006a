import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { StartProblem } from './fail'

export type EmbeddedSupabase = {
  url: string
  publishableKey: string
  secretKey: string
  mailboxUrl: string
  /** Resolves when the process has ended, its data closed. */
  stop(): Promise<void>
  /** Resolves when the process ends by itself. */
  ended: Promise<number | null>
}

/**
 * Starts the embedded Supabase as a process of its own. It stops with us, even when we are killed:
 * then its channel to us closes.
 * @throws StartProblem with its own sentence when it cannot start
 */
export async function startEmbeddedSupabase(
  file: string,
  env: Record<string, string>,
): Promise<EmbeddedSupabase> {
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // In a group of its own, Ctrl-C reaches us alone: the web server ends its requests first.
    detached: true,
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  let complaint = ''
  child.stderr!.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const ready = await Promise.race([readyLine(child), ended.then(() => null)])
  if (!ready)
    throw new StartProblem(complaint.trim() || 'The embedded Supabase ended without a word.')
  child.stderr!.pipe(process.stderr)
  const stop = async () => {
    if (child.exitCode === null) child.kill('SIGTERM')
    await ended
  }
  return { ...ready, ended, stop }
}

type Ready = Pick<EmbeddedSupabase, 'url' | 'publishableKey' | 'secretKey' | 'mailboxUrl'>

async function readyLine(child: ChildProcess): Promise<Ready | null> {
  for await (const line of createInterface({ input: child.stdout! })) {
    if (line.startsWith('{')) return JSON.parse(line) as Ready
  }
  return null
}
