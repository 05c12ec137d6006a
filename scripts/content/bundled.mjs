import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Two folders below the root, as the sources are: a program finds the root from its own place. */
const folder = path.join(root, '.cache/content-programs')

/** What packages there are, and how a program is put together. */
const ALWAYS_INPUTS = ['package-lock.json', 'tsconfig.json', 'scripts/content/bundled.mjs']

/**
 * A program of this folder as one plain JavaScript file, made again when one of its sources or of
 * the packages has changed. Loading hundreds of small modules through a TypeScript loader takes a
 * second; this takes a tenth of one.
 *
 * @param {'build' | 'check' | 'new' | 'compile-worker'} name
 * @returns {Promise<{ file: string, version: string }>} `version` is another when anything in it is
 */
export async function bundled(name) {
  const made = readMade(name)
  const isCurrent = made && hashOf(made.inputs) === made.version
  const file = fileOf(name, made?.version)
  return isCurrent && existsSync(file) ? { file, version: made.version } : await bundle(name)
}

/** Named by its version: two commands at once never meet half of it, or another one. */
function fileOf(name, version = '') {
  return path.join(folder, `${name}.${version.slice(0, 16)}.mjs`)
}

/** @returns {{ version: string, inputs: string[] } | null} */
function readMade(name) {
  try {
    return JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8'))
  } catch {
    return null
  }
}

function hashOf(inputs) {
  const hash = createHash('sha256')
  for (const input of inputs) hash.update(`${input}\0`).update(contentsOf(path.join(root, input)))
  return hash.digest('hex')
}

/** A source that is gone is a change too. */
function contentsOf(file) {
  try {
    return readFileSync(file)
  } catch {
    return ''
  }
}

async function bundle(name) {
  const { build } = await import('esbuild')
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [`scripts/content/${name}.ts`],
    outfile: path.join(folder, `${name}.mjs`),
    write: false,
    metafile: true,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    jsx: 'automatic',
    // It finds its binary by its own place.
    external: ['esbuild'],
    define: {
      'process.env.NODE_ENV': '"production"',
      // mdx-bundler warns when it does not stand in its own folder, because of that binary.
      __dirname: '"mdx-bundler"',
    },
    // Some packages are CommonJS and ask for modules of Node.
    banner: {
      js: "import { createRequire as from } from 'node:module'; const require = from(import.meta.url);",
    },
    logLevel: 'error',
  })
  const sources = Object.keys(metafile.inputs).filter((input) => !input.includes('node_modules/'))
  const inputs = [...ALWAYS_INPUTS, ...sources.sort()]
  const version = hashOf(inputs)
  const file = fileOf(name, version)
  mkdirSync(folder, { recursive: true })
  for (const entry of readdirSync(folder)) {
    const isOlder = entry !== path.basename(file) && entry.endsWith('.mjs')
    if (isOlder && entry.startsWith(`${name}.`)) rmSync(path.join(folder, entry), { force: true })
  }
  // Renamed into place: two that are made at once are the same.
  place(file, outputFiles[0].contents)
  place(path.join(folder, `${name}.json`), JSON.stringify({ version, inputs }))
  return { file, version }
}

function place(file, contents) {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, contents)
  renameSync(draft, file)
}
