import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { canAnswer } from '~/features/search/engine/answer'
import { buildIndex } from '~/features/search/engine/build-index'
import type { SearchDocument } from '~/features/search/engine/document'
import { search, type SearchResults } from '~/features/search/engine/search'
import type { SearchIndex } from '~/features/search/engine/search-index'
import { serialiseIndex } from '~/features/search/engine/serialise-index'
import { parseDocuments, parseJudgedQueries, type JudgedQuery } from '../search/collection.schema'
import { readJsonLines } from '../search/json-lines'

/** `mrr`: mean over the queries of 1 ÷ position of the first right answer in ten, 0 without one. */
type GroupQuality = { group: string; queries: number; mrr: number; firstRight: number }

type SearchBench = {
  documents: number
  groups: GroupQuality[]
  /** Share of answerable queries that the bot turns away, of unanswerable ones that it answers. */
  answers: { turnedAway: number; falseAnswers: number }
  latency: { p50Ms: number; p95Ms: number; maxMs: number }
  index: { buildMs: number; bytes: number }
}

type Run = { query: JudgedQuery; found: SearchResults; answers: boolean; ms: number }

const DEPTH = 10

/** Measures the portal's search on documents and judged queries. */
export function benchSearch(input: {
  docs: SearchDocument[]
  queries: JudgedQuery[]
}): SearchBench {
  const start = performance.now()
  const index = buildIndex(input.docs)
  const buildMs = performance.now() - start
  // The first pass only warms the compiler up: a server answers its thousandth query, not its first.
  input.queries.forEach((query) => runQuery(index, query))
  const runs = input.queries.map((query) => runQuery(index, query))
  return {
    documents: input.docs.length,
    groups: qualityByGroup(runs),
    answers: answerRates(runs),
    latency: latencyOf(runs),
    index: { buildMs, bytes: Buffer.byteLength(serialiseIndex(index)) },
  }
}

function runQuery(index: SearchIndex, query: JudgedQuery): Run {
  const start = performance.now()
  const found = search(index, query.query, { limit: DEPTH })
  const answers = canAnswer(index, found)
  return { query, found, answers, ms: performance.now() - start }
}

function qualityByGroup(runs: Run[]): GroupQuality[] {
  const answerable = runs.filter(({ query }) => query.relevant.length > 0)
  const groups = [...new Set(answerable.map(({ query }) => query.group))]
  return ['all', ...groups.filter((group) => group !== 'all')].map((group) => {
    const ranks = answerable
      .filter(({ query }) => group === 'all' || query.group === group)
      .map(reciprocalRank)
    const firstRight = mean(ranks.map((rank) => (rank === 1 ? 1 : 0)))
    return { group, queries: ranks.length, mrr: mean(ranks), firstRight }
  })
}

function reciprocalRank({ query, found }: Run): number {
  const position = found.results.findIndex(({ id }) => query.relevant.includes(id))
  return position === -1 ? 0 : 1 / (position + 1)
}

function answerRates(runs: Run[]): SearchBench['answers'] {
  const answered = (answerable: boolean) =>
    mean(
      runs
        .filter(({ query }) => query.relevant.length > 0 === answerable)
        .map(({ answers }) => (answers ? 1 : 0)),
    )
  return { turnedAway: 1 - answered(true), falseAnswers: answered(false) }
}

function latencyOf(runs: Run[]): SearchBench['latency'] {
  const times = runs.map(({ ms }) => ms).sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0
  return { p50Ms: at(0.5), p95Ms: at(0.95), maxMs: at(1) }
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

/** The figures as a table for a terminal. */
export function searchTable(bench: SearchBench): string {
  const { answers, latency, index } = bench
  return [
    'group          queries   MRR@10   right first',
    ...bench.groups.map(({ group, queries, mrr, firstRight }) =>
      [
        group.padEnd(14),
        String(queries).padStart(7),
        mrr.toFixed(3).padStart(9),
        percent(firstRight).padStart(14),
      ].join(''),
    ),
    '',
    `answers: ${percent(answers.turnedAway)} of answerable queries turned away, ` +
      `${percent(answers.falseAnswers)} of unanswerable ones answered`,
    `latency: p50 ${latency.p50Ms.toFixed(1)} ms, p95 ${latency.p95Ms.toFixed(1)} ms, ` +
      `slowest ${latency.maxMs.toFixed(1)} ms`,
    `index:   ${bench.documents} documents, ${(index.bytes / 1e6).toFixed(1)} MB, ` +
      `built in ${(index.buildMs / 1000).toFixed(1)} s`,
  ].join('\n')
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

function main(): void {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ options: { docs: text, queries: text, json: text } })
  if (!values.docs || !values.queries) {
    throw new Error('Name --docs docs.jsonl and --queries queries.jsonl (and --json for a file).')
  }
  const bench = benchSearch({
    docs: parseDocuments(readJsonLines(values.docs)),
    queries: parseJudgedQueries(readJsonLines(values.queries)),
  })
  console.log(searchTable(bench))
  if (values.json) writeFileSync(values.json, `${JSON.stringify(bench, null, 2)}\n`)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    main()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
