import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { ContentIndex } from '~/features/articles/article'
import { loadIndex } from '~/features/search/engine/serialise-index'
import { search } from '~/features/search/engine/search'
import { parseDocuments, parseJudgedQueries } from '../search/collection.schema'
import { readJsonLines } from '../search/json-lines'
import { buildAll } from '../start/build'
import { benchAccounts } from './accounts'
import { benchContent } from './content'
import { benchPages } from './pages'
import { benchQueue } from './queue'
import { benchSearch, searchTable } from './search'

const { values } = parseArgs({
  options: {
    docs: { type: 'string' },
    queries: { type: 'string' },
    counts: { type: 'string', default: '100,1000,5000' },
    out: { type: 'string', default: 'build/bench.json' },
  },
})

/** How often the held-out questions of our own content (`asks:`) find their page; staff's are not indexed. */
function benchAsks(contentDir: string) {
  const index = loadIndex(readFileSync(join(contentDir, 'search.json'), 'utf8'), {
    synonyms: JSON.parse(readFileSync(join(contentDir, 'synonyms.json'), 'utf8')) as string[][],
  })
  const indexed = new Set(index.documents.map(({ id }) => id))
  const asks = JSON.parse(readFileSync(join(contentDir, 'asks.json'), 'utf8')) as {
    path: string
    asks: string[]
  }[]
  const ranks = asks
    .filter(({ path }) => indexed.has(path))
    .flatMap(({ path, asks }) =>
      asks.map((ask) => search(index, ask).results.findIndex(({ id }) => id === path) + 1),
    )
  const within = (most: number) =>
    ranks.filter((rank) => rank > 0 && rank <= most).length / ranks.length
  const mrr = ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / ranks.length
  return { asks: ranks.length, first: within(1), inThree: within(3), mrr }
}

function articlePaths(contentDir: string): string[] {
  const { documents } = JSON.parse(
    readFileSync(join(contentDir, 'index.json'), 'utf8'),
  ) as ContentIndex
  return documents.filter(({ kind }) => kind === 'article').map(({ path }) => path)
}

/** `npm run bench`: content, pages, search, the queue and signing in, as tables here and as JSON in a file. */
async function bench(): Promise<void> {
  await buildAll(false)
  const folder = join(tmpdir(), 'portico-bench')
  const content = []
  const pages = []
  for (const count of values.counts.split(',').map(Number)) {
    content.push(await benchContent(folder, count))
    console.table(content)
    const contentDir = join(folder, 'out')
    pages.push({
      articles: count,
      ...(await benchPages(contentDir, articlePaths(contentDir).slice(0, 500))),
    })
    console.log(JSON.stringify(pages.at(-1), null, 1))
  }
  const asks = benchAsks('build/content')
  console.table(asks)
  const collection =
    values.docs && values.queries
      ? benchSearch({
          docs: parseDocuments(readJsonLines(values.docs)),
          queries: parseJudgedQueries(readJsonLines(values.queries)),
        })
      : null
  if (collection) console.log(searchTable(collection))
  const queue = await benchQueue()
  console.table(queue)
  const accounts = await benchAccounts()
  console.table(accounts)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync('build', { recursive: true })
  writeFileSync(
    values.out,
    `${JSON.stringify({ content, pages, asks, collection, queue, accounts }, null, 2)}\n`,
  )
}

await bench()
