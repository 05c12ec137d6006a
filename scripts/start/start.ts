import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { readEnv } from '~/platform/env.server'
import type { Listening } from '~/server/listen'
import { seedDemo, DEMO_PEOPLE, DEMO_PASSWORD } from '../database/seed'
import { buildAll, buildLocalSupabase } from './build'
import { requireFreePort, requireSpace } from './check-machine'
import { startEmbeddedSupabase, type EmbeddedSupabase } from './embedded-supabase'
import { fail } from './fail'
import { step } from './step.mjs'
import { loadBuilt, serveBuilt, serveDevelopment } from './serve'

type Options = { dev: boolean }

/** Everything of `npm start` and `npm run dev`; ends the process itself when something is wrong. */
export async function start({ dev }: Options): Promise<void> {
  await run(dev).catch(fail)
}

async function run(dev: boolean): Promise<void> {
  const settings = readSettings(dev)
  await requireMachine(settings)
  await buildAll(dev)
  // Beside the start of Supabase, which is a process of its own; what fails here fails again below.
  if (!dev) loadBuilt().catch(() => undefined)
  const supabase = settings.embedded ? await startSupabase(settings) : null
  try {
    const server = await step('Starting the portal', dev ? serveDevelopment : serveBuilt)
    greet(supabase, dev)
    stopTogether(server, supabase)
  } catch (error) {
    await supabase?.stop()
    throw error
  }
}

type Settings = { port: number; supabasePort: number; dataDir: string; embedded: boolean }

/** What stands in for the keys of the embedded Supabase until it has made them. */
const NOT_YET_KNOWN = {
  SUPABASE_URL: 'http://127.0.0.1',
  SUPABASE_PUBLISHABLE_KEY: 'made at the first start',
  SUPABASE_SECRET_KEY: 'made at the first start',
  SESSION_SECRET: 'made at the first start, with 32 characters or more',
}

/** Settings with their defaults; wrong ones end the start before anything is built. */
function readSettings(dev: boolean): Settings {
  process.env.PORT ||= '3000'
  process.env.PUBLIC_URL ||= `http://localhost:${process.env.PORT}`
  process.env.NODE_ENV = dev ? 'development' : 'production'
  const embedded = !process.env.SUPABASE_URL
  const { PORT } = readEnv(embedded ? { ...process.env, ...NOT_YET_KNOWN } : process.env)
  const supabasePort = Number(process.env.SUPABASE_PORT || 54321)
  return { port: PORT, supabasePort, dataDir: process.env.DATA_DIR || '.data', embedded }
}

async function requireMachine({ port, supabasePort, dataDir, embedded }: Settings): Promise<void> {
  requireSpace(embedded ? dataDir : '.')
  await requireFreePort('PORT', port, process.env.HOST || '127.0.0.1')
  if (embedded) await requireFreePort('SUPABASE_PORT', supabasePort, '127.0.0.1')
}

/** The web server ends its requests first; only then may its Supabase go. */
function stopTogether(server: Listening, supabase: EmbeddedSupabase | null): void {
  const stopping = stopOnSignal(async () => {
    await server.stop()
    await supabase?.stop()
  })
  void supabase?.ended.then((code) => {
    if (stopping()) return
    console.error(
      `The embedded Supabase has ended (${code ?? 'killed'}). Start the portal again: its data is kept.`,
    )
    process.exit(1)
  })
}

/** Starts, migrates and, the first time, fills the embedded Supabase; points this process at it. */
async function startSupabase({ dataDir, supabasePort }: Settings): Promise<EmbeddedSupabase> {
  const file = await buildLocalSupabase()
  const env = {
    DATA_DIR: dataDir,
    SUPABASE_PORT: String(supabasePort),
    PUBLIC_URL: process.env.PUBLIC_URL!,
  }
  const supabase = await step('Starting the embedded Supabase', () =>
    startEmbeddedSupabase(file, env),
  )
  try {
    const stamp = join(dataDir, 'demo-people')
    if (!existsSync(stamp)) {
      await step('Filling it with demo people and tickets', () => seedDemo(supabase))
      writeFileSync(stamp, `${new Date().toISOString()}\n`)
    }
  } catch (error) {
    await supabase.stop()
    throw error
  }
  Object.assign(process.env, parseEnv(readFileSync(join(dataDir, 'secrets.env'), 'utf8')))
  return supabase
}

function greet(supabase: EmbeddedSupabase | null, dev: boolean): void {
  console.log(`\nPortico is at    ${process.env.PUBLIC_URL}`)
  if (supabase) {
    console.log(`Its mailbox is at ${supabase.mailboxUrl}\n`)
    console.log(`Demo people (password ${DEMO_PASSWORD}):`)
    for (const { email, role } of DEMO_PEOPLE) console.log(`  ${email.padEnd(20)} ${role}`)
  }
  console.log(`\n${dev ? 'Pages follow your changes. ' : ''}Stop with Ctrl-C.`)
}

/** Stops once, at the first signal. @returns whether that has begun */
function stopOnSignal(stop: () => Promise<void>): () => boolean {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      console.log('\nStopping …')
      stop().then(() => process.exit(0), fail)
    })
  }
  return () => stopping
}
