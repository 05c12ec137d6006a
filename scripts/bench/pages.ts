import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import autocannon from 'autocannon'
import type { ContentIndex } from '~/features/articles/article'
import { freePort } from '../../tests/support/free-port'
import { treeMemory } from './process-memory'

type PagesBench = {
  path: string
  /** Bytes, brotli. */
  html: number
  css: number
  script: number
  /** Requests a second: ours, a bare node:http server with the same bytes, and ours ÷ bare. */
  rate: { portal: number; bare: number; share: number }
  /** First requests of different pages through Remix (ms), one at a time. */
  first: { pages: number; medianMs: number; p95Ms: number }
  /** The web server after all that. */
  megabytes: number
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const ROUNDS = 3
const SECONDS = 4
const CONNECTIONS = 20
const FIRST_PAGES = 500

/** Nobody is asked for anything while still pages are served: no Supabase stands behind this bench. */
const NO_BACKEND = {
  SUPABASE_URL: 'http://127.0.0.1:9',
  SUPABASE_PUBLISHABLE_KEY: 'a publishable key that nobody uses',
  SUPABASE_SECRET_KEY: 'a secret key that nobody uses at all',
  SESSION_SECRET: 'a session secret that nobody uses at all',
  LOG_LEVEL: 'error',
}

type Served = { url: string; pid: number; stop(): void }

/** Starts a program that says "ready" once it serves on PORT. */
async function serve(file: string, env: Record<string, string>): Promise<Served> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const child = spawn(process.execPath, [file], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: { ...process.env, ...env, NODE_ENV: 'production', PORT: String(port), PUBLIC_URL: url },
  })
  for await (const line of createInterface({ input: child.stdout! })) if (line === 'ready') break
  return { url, pid: child.pid ?? 0, stop: () => void child.kill() }
}

async function rate(url: string): Promise<number> {
  const headers = { 'accept-encoding': 'br' }
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: SECONDS })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url} answered with errors.`)
  return result.requests.average
}

const median = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

/** Both servers in turn, since the speed of a machine drifts. */
async function compareRates(portal: string, bare: string): Promise<PagesBench['rate']> {
  const pairs: [number, number][] = []
  for (let round = 0; round < ROUNDS; round++) pairs.push([await rate(portal), await rate(bare)])
  return {
    portal: median(pairs.map(([ours]) => ours)),
    bare: median(pairs.map(([, theirs]) => theirs)),
    share: median(pairs.map(([ours, theirs]) => ours / theirs)),
  }
}

function articlePaths(contentDir: string): string[] {
  const index = JSON.parse(readFileSync(join(contentDir, 'index.json'), 'utf8')) as ContentIndex
  const articles = index.documents.filter(({ kind }) => kind === 'article')
  return articles.slice(0, FIRST_PAGES).map(({ path }) => path)
}

async function firstRequests(origin: string, paths: string[]): Promise<PagesBench['first']> {
  const times: number[] = []
  for (const path of paths) {
    const started = performance.now()
    const answer = await fetch(origin + path, { headers: { 'accept-encoding': 'br' } })
    await answer.arrayBuffer()
    times.push(performance.now() - started)
  }
  const sorted = times.slice(20).sort((a, b) => a - b) // the first ones warm the compiler up
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? NaN
  return { pages: sorted.length, medianMs: at(0.5), p95Ms: at(0.95) }
}

/**
 * Measures the pages of finished content, as the built portal serves them.
 * @param contentDir finished content; its first article is the page that is weighed and hammered
 */
export async function benchPages(contentDir: string): Promise<PagesBench> {
  const portal = await serve('tests/support/portal-process.mjs', {
    ...NO_BACKEND,
    CONTENT_DIR: contentDir,
  })
  const paths = articlePaths(contentDir)
  const path = paths[0]!
  const first = await firstRequests(portal.url, paths)
  const html = await (await fetch(portal.url + path)).text()
  const href = /<link rel="stylesheet" href="([^"]+)"/.exec(html)![1]!
  const css = await (await fetch(portal.url + href)).text()
  const bare = await serve('scripts/bench/bare-server.mjs', {
    BODY: brotliCompressSync(html).toString('base64'),
  })
  try {
    const rates = await compareRates(portal.url + path, bare.url)
    return {
      path,
      html: brotliCompressSync(html).length,
      css: brotliCompressSync(css).length,
      script: (html.match(/<script/g) ?? []).length,
      rate: rates,
      first,
      megabytes: treeMemory(portal.pid) / 1_000_000,
    }
  } finally {
    portal.stop()
    bare.stop()
  }
}
