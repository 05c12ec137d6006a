import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseDocuments, parseJudgedQueries } from '../search/collection.schema'
import { readJsonLines } from '../search/json-lines'
import { buildAll } from '../start/build'
import { benchAccounts } from './accounts'
import { benchAsks } from './asks'
import { benchContent, madeUpContent } from './content'
import { benchPages } from './pages'
import { benchQueue } from './queue'
import { benchSearch, searchTable } from './search'
import { benchTickets } from './tickets'

const USAGE = `Measures the portal, prints tables and writes the figures to a file.

  npm run bench                       everything, in about ten minutes
  npm run bench -- content search     some of: content, pages, search, queue, tickets, accounts

  --counts   how many articles to make up for content and pages: 100,1000,5000
  --docs     a collection to search besides our own content, with --queries; see search:run
  --queries  its queries, each with the ids that answer it
  --out      the file; what other parts left in it stays: build/bench.json`

type Options = { counts: number[]; docs?: string; queries?: string; out: string }
type Part = (options: Options, folder: string) => Promise<unknown>

const PARTS: Record<string, Part> = {
  content: async ({ counts }, folder) => {
    const figures = []
    for (const count of counts) figures.push(await benchContent(folderOf(folder, count), count))
    console.table(figures)
    return figures
  },
  pages: async ({ counts }, folder) => {
    const figures = []
    for (const count of counts) {
      const contentDir = await madeUpContent(folderOf(folder, count), count)
      figures.push({ articles: count, ...(await benchPages(contentDir)) })
      console.log(figures.at(-1))
    }
    return figures
  },
  search: async ({ docs, queries }) => {
    const asks = benchAsks('build/content')
    console.table(asks)
    if (!docs || !queries) return { asks }
    const collection = benchSearch({
      docs: parseDocuments(readJsonLines(docs)),
      queries: parseJudgedQueries(readJsonLines(queries)),
    })
    console.log(searchTable(collection))
    return { asks, collection }
  },
  queue: async () => shown(await benchQueue()),
  tickets: async () => shown(await benchTickets()),
  accounts: async () => shown(await benchAccounts()),
}

const folderOf = (folder: string, count: number) => join(folder, String(count))

function shown<T>(figures: T): T {
  console.table(figures)
  return figures
}

/** Figures of parts that were not measured now stay as they were. */
function keep(file: string, part: string, figures: unknown, seconds: number): void {
  const processors = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`
  const measured = { at: new Date().toISOString(), node: process.version, processors, seconds }
  mkdirSync('build', { recursive: true })
  writeFileSync(
    file,
    `${JSON.stringify({ ...earlier(file), [part]: { measured, figures } }, null, 2)}\n`,
  )
}

function earlier(file: string): object {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as object
  } catch {
    return {}
  }
}

function readOptions(): { parts: [string, Part][]; options: Options } {
  const text = { type: 'string' } as const
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { counts: text, docs: text, queries: text, out: text },
  })
  const { counts = '100,1000,5000', out = 'build/bench.json', docs, queries } = values
  const unknown = positionals.find((name) => !Object.hasOwn(PARTS, name))
  if (unknown) throw new Error(`There is nothing to measure called "${unknown}".\n\n${USAGE}`)
  const parts = Object.entries(PARTS).filter(
    ([name]) => positionals.length === 0 || positionals.includes(name),
  )
  return { parts, options: { counts: counts.split(',').map(Number), out, docs, queries } }
}

async function bench(): Promise<void> {
  const { parts, options } = readOptions()
  await buildAll(false)
  const folder = mkdtempSync(join(tmpdir(), 'portico-bench-'))
  try {
    for (const [name, measure] of parts) {
      const start = performance.now()
      const figures = await measure(options, folder)
      const seconds = Math.round((performance.now() - start) / 1000)
      console.log(`${name}: ${seconds} s\n`)
      keep(options.out, name, figures, seconds)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

try {
  await bench()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
