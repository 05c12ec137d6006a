import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { seedDemo, DEMO_PEOPLE, DEMO_PASSWORD } from '../database/seed'
import { buildAll, buildLocalSupabase } from './build'
import { requireFreePort, requireSpace } from './check-machine'
import { startEmbeddedSupabase, type EmbeddedSupabase } from './embedded-supabase'
import { fail } from './fail'
import { step } from './step.mjs'
import { serveBuilt, serveDevelopment } from './serve'

type Options = { dev: boolean }

/** Everything of `npm start` and `npm run dev`; ends the process itself when something is wrong. */
export async function start({ dev }: Options): Promise<void> {
  await run(dev).catch(fail)
}

async function run(dev: boolean): Promise<void> {
  const port = Number(process.env.PORT || 3000)
  const dataDir = process.env.DATA_DIR || '.data'
  const embedded = !process.env.SUPABASE_URL
  process.env.PUBLIC_URL ||= `http://localhost:${port}`
  process.env.NODE_ENV = dev ? 'development' : 'production'
  requireSpace(embedded ? dataDir : '.')
  await requireFreePort('PORT', port, process.env.HOST || '127.0.0.1')
  await buildAll(dev)
  const supabase = embedded ? await startSupabase(dataDir) : null
  try {
    const server = await step('Starting the portal', dev ? serveDevelopment : serveBuilt)
    greet(supabase, dev)
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
  } catch (error) {
    await supabase?.stop()
    throw error
  }
}

/** Starts, migrates and, the first time, fills the embedded Supabase; points this process at it. */
async function startSupabase(dataDir: string): Promise<EmbeddedSupabase> {
  const port = Number(process.env.SUPABASE_PORT || 54321)
  await requireFreePort('SUPABASE_PORT', port, '127.0.0.1')
  const file = await buildLocalSupabase()
  const env = {
    DATA_DIR: dataDir,
    SUPABASE_PORT: String(port),
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
