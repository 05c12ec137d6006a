import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { canAnswer } from '~/features/search/engine/answer'
import { buildIndex } from '~/features/search/engine/build-index'
import { search } from '~/features/search/engine/search'
import type { SearchIndex } from '~/features/search/engine/search-index'
import { parseDocuments, parseQueries, type Query } from './collection.schema'
import { readJsonLines } from './json-lines'

const USAGE = `Runs the portal's search over any collection.

  npm run search:run -- --docs docs.jsonl --queries queries.jsonl --out run.jsonl [--answer]

  --docs     one document a line: id, title, description, keywords, headings, body
  --queries  one query a line: query_id, query
  --out      written: one line per query, in the same order: query_id, results (at most 10 ids), ms
  --answer   leave the results empty where the bot would say that it does not know
Files may end in .gz, --out aside.`

const MOST_RESULTS = 10

/** Queries run once before `ms` counts: a server answers its thousandth query, not its first. */
const WARM_UP = 50

type Options = { docs: string; queries: string; out: string; answer: boolean }

function main(): void {
  const options = readOptions()
  const documents = parseDocuments(readJsonLines(options.docs))
  const queries = parseQueries(readJsonLines(options.queries))
  const index = buildIndex(documents)
  for (const query of queries.slice(0, WARM_UP)) runQuery(index, query, options.answer)
  const lines = queries.map((query) => JSON.stringify(runQuery(index, query, options.answer)))
  writeFileSync(options.out, lines.map((line) => `${line}\n`).join(''))
  console.log(`${queries.length} queries over ${documents.length} documents → ${options.out}`)
}

function runQuery(index: SearchIndex, { query_id, query }: Query, answerOnly: boolean) {
  const start = performance.now()
  const found = search(index, query, { limit: MOST_RESULTS })
  const results = answerOnly && !canAnswer(index, found) ? [] : found.results.map(({ id }) => id)
  const ms = Number((performance.now() - start).toFixed(3))
  return { query_id, results, ms }
}

function readOptions(): Options {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    options: { docs: text, queries: text, out: text, answer: { type: 'boolean', default: false } },
  })
  const { docs, queries, out, answer } = values
  if (!docs || !queries || !out) throw new Error(`Name --docs, --queries and --out.\n\n${USAGE}`)
  return { docs, queries, out, answer }
}

try {
  main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
