import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { readJsonLines } from './json-lines'

const folder = mkdtempSync(join(tmpdir(), 'json-lines-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

test('lines are read with their place, plain or gzipped, and empty ones skipped', () => {
  const text = '{"id":1}\n\n{"id":2}\r\n'
  for (const path of [file('a.jsonl', text), file('a.jsonl.gz', gzipSync(text))]) {
    expect(readJsonLines(path)).toEqual([
      { value: { id: 1 }, place: `${path}:1` },
      { value: { id: 2 }, place: `${path}:3` },
    ])
  }
})

test('a line that is not JSON is named with file and line', () => {
  const path = file('b.jsonl', '{}\n{"id":')
  expect(() => readJsonLines(path)).toThrow(`${path}:2: this line is not JSON.`)
})

test('a missing file and a false .gz are said in a sentence', () => {
  expect(() => readJsonLines(join(folder, 'none'))).toThrow('the file cannot be read')
  expect(() => readJsonLines(file('c.gz', 'text'))).toThrow('the content is not gzip')
})
