import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { freePort } from './free-port'
import { startTestSupabase } from './local-supabase'

export type TestPortal = {
  url: string
  supabase: Awaited<ReturnType<typeof startTestSupabase>>
  /** The process of the web server. */
  pid(): number
  /** What the web server has logged so far, one JSON object a line. */
  log(): string[]
  /** Ends the web server alone, at once unless told otherwise; Supabase goes on. */
  kill(signal?: NodeJS.Signals): Promise<void>
  /** Starts the web server again, at the same address; with settings that differ, if any are given. */
  restart(env?: Record<string, string>): Promise<void>
  /** Starts a second web server with the same settings on a port of its own. @returns its address */
  startAnother(): Promise<string>
  stop(): Promise<void>
}

/**
 * Starts the built portal on a migrated, empty embedded Supabase; both on free ports.
 * @param env settings that differ from a plain start
 * @param environment settings of Supabase's sign-in providers
 */
export async function startTestPortal(
  env: Record<string, string> = {},
  environment: Record<string, string> = {},
): Promise<TestPortal> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const supabase = await startTestSupabase({ portalUrl: url, environment })
  const settings = {
    NODE_ENV: 'production',
    PORT: String(port),
    PUBLIC_URL: url,
    SUPABASE_URL: supabase.url,
    SUPABASE_PUBLISHABLE_KEY: supabase.publishableKey,
    SUPABASE_SECRET_KEY: supabase.secretKey,
    SESSION_SECRET: 'a secret for tests that is long enough',
    MAILBOX_URL: supabase.mailboxUrl,
    ...env,
  }
  const lines: string[] = []
  const others: ChildProcess[] = []
  let server = await startWebServer(settings, lines).catch(async (error: unknown) => {
    await supabase.close()
    throw error
  })
  return {
    url,
    supabase,
    pid: () => server.pid!,
    log: () => [...lines],
    kill: (signal = 'SIGKILL') => end(server, signal),
    restart: async (changed = {}) => {
      server = await startWebServer({ ...settings, ...changed }, lines)
    },
    startAnother: async () => {
      const otherPort = await freePort()
      others.push(await startWebServer({ ...settings, PORT: String(otherPort) }, lines))
      return `http://localhost:${otherPort}`
    },
    stop: async () => {
      for (const each of [server, ...others]) await end(each, 'SIGTERM')
      await supabase.close()
    },
  }
}

async function startWebServer(env: Record<string, string>, lines: string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['tests/support/portal-process.mjs'], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: { ...process.env, ...env },
  })
  const reader = createInterface({ input: child.stdout! })
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) =>
      reject(new Error(`The portal ended with ${code}:\n${lines.join('\n')}`)),
    )
    reader.on('line', (line) => (line === 'ready' ? resolve() : lines.push(line)))
  })
  return child
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await ended
}
