import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** A parsed line and where it stands, as `file:line`, for messages. */
export type JsonLine = { value: unknown; place: string }

/** Reads a JSON Lines file, gzipped when its name ends in `.gz`. Empty lines are skipped. */
export function readJsonLines(path: string): JsonLine[] {
  return readText(path)
    .split('\n')
    .map((line, number) => ({ line: line.trim(), place: `${path}:${number + 1}` }))
    .filter(({ line }) => line !== '')
    .map(({ line, place }) => ({ value: parse(line, place), place }))
}

function readText(path: string): string {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch {
    throw new Error(`${path}: the file cannot be read. Check that it exists.`)
  }
  if (!path.endsWith('.gz')) return bytes.toString('utf8')
  try {
    return gunzipSync(bytes).toString('utf8')
  } catch {
    throw new Error(`${path}: the name ends in .gz but the content is not gzip.`)
  }
}

function parse(line: string, place: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new Error(`${place}: this line is not JSON.`)
  }
}
