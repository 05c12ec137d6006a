import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { startTestSupabase } from './local-supabase'

export type TestPortal = {
  url: string
  supabase: Awaited<ReturnType<typeof startTestSupabase>>
  /** What the web server has logged so far, one JSON object a line. */
  log(): string[]
  stop(): Promise<void>
}

/**
 * Starts the built portal on a migrated, empty embedded Supabase; both on free ports.
 * @param env settings that differ from a plain start
 */
export async function startTestPortal(env: Record<string, string> = {}): Promise<TestPortal> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const supabase = await startTestSupabase({ portalUrl: url })
  const child = spawn(process.execPath, ['tests/support/portal-process.mjs'], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      PUBLIC_URL: url,
      SUPABASE_URL: supabase.url,
      SUPABASE_PUBLISHABLE_KEY: supabase.publishableKey,
      SUPABASE_SECRET_KEY: supabase.secretKey,
      SESSION_SECRET: 'a secret for tests that is long enough',
      MAILBOX_URL: supabase.mailboxUrl,
      ...env,
    },
  })
  const lines: string[] = []
  const reader = createInterface({ input: child.stdout! })
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) =>
      reject(new Error(`The portal ended with ${code}:\n${lines.join('\n')}`)),
    )
    reader.on('line', (line) => (line === 'ready' ? resolve() : lines.push(line)))
  })
  return {
    url,
    supabase,
    log: () => [...lines],
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      await supabase.close()
    },
  }
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net')
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
