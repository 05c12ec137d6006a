import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'

// Each test starts Node and the TypeScript loader, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const folder = mkdtempSync(join(tmpdir(), 'search-run-'))
afterAll(() => rmSync(folder, { recursive: true }))

const docs = join(folder, 'docs.jsonl')
const queries = join(folder, 'queries.jsonl')
const out = join(folder, 'run.jsonl')

function lines(path: string, values: unknown[]): void {
  writeFileSync(path, values.map((value) => JSON.stringify(value)).join('\n'))
}

lines(docs, [
  { id: 'password', title: 'Change your password', body: 'Open **Account** and choose it.' },
  { id: 'invoice', title: 'Where is my invoice?', body: 'Under billing.' },
])
lines(queries, [
  { query_id: 'q2', query: 'chnage password' },
  { query_id: 'q1', query: 'which wine goes with invoice-coloured fish' },
])

function run(...options: string[]) {
  const script = ['--import', 'tsx', 'scripts/search/run.ts']
  return spawnSync(process.execPath, [...script, ...options], { encoding: 'utf8' })
}

function written(): { query_id: string; results: string[]; ms: number }[] {
  const text = readFileSync(out, 'utf8').trimEnd()
  return text.split('\n').map((line) => JSON.parse(line) as ReturnType<typeof written>[number])
}

test('each query gets one line, in order, best document first', () => {
  const { status } = run('--docs', docs, '--queries', queries, '--out', out)
  expect(status).toBe(0)
  expect(written().map(({ query_id }) => query_id)).toEqual(['q2', 'q1'])
  expect(written().map(({ results }) => results[0])).toEqual(['password', 'invoice'])
  expect(written().every(({ ms }) => ms >= 0)).toBe(true)
})

test('with --answer a query that the bot could not answer has no results', () => {
  const { status } = run('--docs', docs, '--queries', queries, '--out', out, '--answer')
  expect(status).toBe(0)
  expect(written().map(({ results }) => results.length > 0)).toEqual([true, false])
})

test('a fault is one sentence with file and line, and exit code 1', () => {
  const broken = join(folder, 'broken.jsonl')
  writeFileSync(broken, '{"id":"a"}\n{')
  const { status, stderr } = run('--docs', broken, '--queries', queries, '--out', out)
  expect(status).toBe(1)
  expect(stderr).toContain(`${broken}:2: this line is not JSON.`)
  expect(stderr).not.toContain('    at ')
  expect(run().stderr).toContain('npm run search:run -- --docs')
})
