import { spawn } from 'node:child_process'
import { appendFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateArticles } from './generated-articles'
import { treeMemory } from './process-memory'

/**
 * Measures the content pipeline as a writer meets it: whole commands, start of the process included.
 * `tsx scripts/bench/content.ts [--json] [count …]`, counts 100, 1000 and 5000 if none is given.
 */
type Figures = {
  articles: number
  cleanSeconds: number
  editSeconds: number
  peakMegabytes: number
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const buildScript = path.join(root, 'scripts/content/build.ts')

async function measure(articles: number): Promise<Figures> {
  const folder = path.join(tmpdir(), `portico-bench-content-${process.pid}`)
  const contentDir = path.join(folder, 'content')
  try {
    const names = await generateArticles(contentDir, articles)
    const clean = await build(folder)
    await appendFile(path.join(contentDir, names[0] ?? ''), '\nOne more sentence.\n')
    const edit = await build(folder)
    return {
      articles,
      cleanSeconds: clean.seconds,
      editSeconds: edit.seconds,
      peakMegabytes: Math.max(clean.megabytes, edit.megabytes),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function build(folder: string): Promise<{ seconds: number; megabytes: number }> {
  const start = performance.now()
  const child = spawn(path.join(root, 'node_modules/.bin/tsx'), [buildScript], {
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

const given = process.argv.slice(2).filter((argument) => /^\d+$/.test(argument))
const results: Figures[] = []
for (const count of given.length > 0 ? given.map(Number) : [100, 1000, 5000])
  results.push(await measure(count))
if (process.argv.includes('--json')) console.log(JSON.stringify(results))
else {
  console.log('articles  clean build  one edit  peak memory of all processes')
  for (const { articles, cleanSeconds, editSeconds, peakMegabytes } of results) {
    console.log(
      `${String(articles).padStart(8)}  ${cleanSeconds.toFixed(1).padStart(9)} s  ` +
        `${editSeconds.toFixed(1).padStart(6)} s  ${peakMegabytes.toFixed(0).padStart(6)} MB`,
    )
  }
}
