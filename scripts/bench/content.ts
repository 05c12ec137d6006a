import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { appendFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateArticles } from './generated-articles'
import { treeMemory } from './process-memory'

type ContentBench = {
  articles: number
  cleanSeconds: number
  /** Median of the edits. */
  editSeconds: number
  peakMegabytes: number
}

const EDITS = 5

const root = fileURLToPath(new URL('../..', import.meta.url))
const runScript = path.join(root, 'scripts/content/run.mjs')

/**
 * Measures the content pipeline as a writer meets it: whole commands, start of the process included.
 * @param folder where the articles, the finished content and the cache go
 * @param articles how many articles to make up
 */
export async function benchContent(folder: string, articles: number): Promise<ContentBench> {
  await rm(folder, { recursive: true, force: true })
  const contentDir = path.join(folder, 'content')
  const names = await generateArticles(contentDir, articles)
  const clean = await build(folder)
  const edits = []
  for (let edit = 0; edit < EDITS; edit += 1) {
    await appendFile(path.join(contentDir, names[edit] ?? ''), '\nOne more sentence.\n')
    edits.push(await build(folder))
  }
  const seconds = edits.map((edit) => edit.seconds).sort((a, b) => a - b)
  return {
    articles,
    cleanSeconds: clean.seconds,
    editSeconds: seconds[Math.floor(EDITS / 2)] ?? NaN,
    peakMegabytes: Math.max(clean.megabytes, ...edits.map((edit) => edit.megabytes)),
  }
}

/**
 * Finished content of made-up articles; what is there from measuring its build is taken.
 * @returns the folder that the portal reads
 */
export async function madeUpContent(folder: string, articles: number): Promise<string> {
  const outDir = path.join(folder, 'out')
  if (!existsSync(path.join(outDir, 'index.json'))) {
    await generateArticles(path.join(folder, 'content'), articles)
    await build(folder)
  }
  return outDir
}

async function build(folder: string): Promise<{ seconds: number; megabytes: number }> {
  const start = performance.now()
  const child = spawn(process.execPath, [runScript, 'build'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      CONTENT_SOURCE: path.join(folder, 'content'),
      CONTENT_DIR: path.join(folder, 'out'),
      CONTENT_CACHE: path.join(folder, 'cache'),
    },
  })
  let peak = 0
  const timer = setInterval(() => (peak = Math.max(peak, treeMemory(child.pid ?? 0))), 500)
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  clearInterval(timer)
  if (code !== 0) throw new Error(`The content build ended with ${code}.`)
  return { seconds: (performance.now() - start) / 1000, megabytes: peak / 1_000_000 }
}
