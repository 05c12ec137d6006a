import { spawn } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { compressAssets } from './compress-assets'
import { bundleLocalSupabase } from '../database/bundle-local.mjs'
import { buildContent } from '../content/build-content'
import { StartProblem } from './fail'
import { whenChanged } from './inputs'
import { step } from './step.mjs'

const PACKAGES = 'package-lock.json'

/** What the web server and the browser's files are made from. */
const PORTAL_SOURCES = ['app', 'vite.config.ts', 'remix.config.js', 'tsconfig.json', PACKAGES]
const CONTENT_SOURCES = [
  'content',
  'scripts/content',
  'app/features/articles/article.ts',
  'app/features/search/engine',
  PACKAGES,
]
const SUPABASE_SOURCES = ['supabase/local', PACKAGES]

/** Builds what has changed since the last build, and says so; says nothing when all is there. */
export async function buildAll(dev: boolean): Promise<void> {
  await built(
    'build/.content',
    CONTENT_SOURCES,
    'build/content/index.json',
    'Preparing the articles',
    async () => {
      await buildContent({ log: () => {} })
    },
  )
  if (dev) return
  await built(
    'build/.portal',
    PORTAL_SOURCES,
    'build/portal/server/index.js',
    'Building the portal',
    buildPortal,
  )
}

/** The same for the embedded Supabase. @returns the file to run */
export async function buildLocalSupabase(): Promise<string> {
  const outfile = 'build/supabase/main.mjs'
  await built(
    'build/.supabase',
    SUPABASE_SOURCES,
    outfile,
    'Building the embedded Supabase',
    async () => {
      await bundleLocalSupabase()
    },
  )
  return outfile
}

async function built(
  stamp: string,
  sources: string[],
  result: string,
  label: string,
  work: () => Promise<void>,
): Promise<void> {
  if (!existsSync(result)) rmSync(stamp, { force: true })
  await whenChanged(stamp, sources, () => step(label, work))
}

async function buildPortal(): Promise<void> {
  await runViteBuild()
  compressAssets('build/portal/client/assets')
}

/** A process of its own: Vite keeps a lot in memory, and the portal goes on for days. */
function runViteBuild(): Promise<void> {
  return new Promise((resolve, reject) => {
    const vite = spawn(
      process.execPath,
      ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--logLevel=error'],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, NODE_ENV: 'production' },
      },
    )
    let output = ''
    for (const stream of [vite.stdout, vite.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
    vite.on('error', reject)
    vite.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new StartProblem(`The portal could not be built:\n${output.trim()}`))
    })
  })
}
