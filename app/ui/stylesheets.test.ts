import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import tailwindcss from '@tailwindcss/vite'
import { build, type Rollup } from 'vite'
import { beforeAll, expect, test } from 'vitest'

const project = fileURLToPath(new URL('../..', import.meta.url))

/** What a browser gets of `app/ui/<name>.css`, made and minified as the portal's own build does. */
async function builtStylesheet(name: string): Promise<string> {
  const output = (await build({
    root: project,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [tailwindcss()],
    build: { write: false, rollupOptions: { input: join(project, 'app/ui', `${name}.css`) } },
  })) as Rollup.RollupOutput
  const asset = output.output.find(({ fileName }) => fileName.endsWith('.css'))
  if (asset?.type !== 'asset') throw new Error(`No stylesheet was built from ${name}.css.`)
  return String(asset.source)
}

/** The rules of a stylesheet and of all that it imports from this folder, without comments. */
function rulesOf(path: string): string {
  const css = readFileSync(path, 'utf8').replace(/\/\*[^]*?\*\//g, '')
  const imported = [...css.matchAll(/@import '(\.[^']+)'/g)].map(([, file]) =>
    rulesOf(join(dirname(path), file!)),
  )
  return [css.replace(/@import[^;]*;/g, ''), ...imported].join('\n')
}

function classesOf(name: string): Set<string> {
  const rules = rulesOf(join(project, 'app/ui', `${name}.css`))
  return new Set([...rules.matchAll(/\.([a-z][\w-]*)/g)].map(([, found]) => found!))
}

/** The components under a folder, and what is in them. */
function sourcesIn(folder: string): { file: string; source: string }[] {
  return readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx'))
    .map((file) => join(folder, file))
    .map((file) => ({ file, source: readFileSync(join(project, file), 'utf8') }))
}

/** The words of every `className`; of `status--${status}` the part that is written there. */
function classNamesIn(source: string): string[] {
  const attributes = source.matchAll(/className=(?:"([^"]*)"|\{((?:[^{}]|\{[^}]*\})*)\})/g)
  const words = [...attributes].flatMap(([, plain, code = '']) => [
    plain ?? '',
    ...[...code.matchAll(/'([^']*)'|`([^`]*)`/g)].map(([, text, template]) =>
      (text ?? template ?? '').replace(/\$\{[^}]*\}/g, ' '),
    ),
  ])
  return words.join(' ').split(/\s+/).filter(Boolean)
}

/** Words that the stylesheet has no rule for, each with its file. */
function withoutRule(folders: string[], stylesheet: string, ignored: RegExp): string[] {
  const known = classesOf(stylesheet)
  const isKnown = (word: string) =>
    word.endsWith('-') ? [...known].some((name) => name.startsWith(word)) : known.has(word)
  return folders
    .flatMap(sourcesIn)
    .filter(({ file }) => !ignored.test(file))
    .flatMap(({ file, source }) =>
      classNamesIn(source)
        .filter((word) => !isKnown(word))
        .map((word) => `${file}: ${word}`),
    )
}

const readingFeatures = ['app/features/articles', 'app/features/search']
const none = /^$/

test('every class of the pages for reading has a rule in their small stylesheet', () => {
  const folders = [...readingFeatures, 'scripts/content/components']
  expect(withoutRule(folders, 'reading', none)).toEqual([])
})

const notReading = ['app/features', 'app/forms', 'app/http']
const reading = 'articles/|search/'
const atTheDesk =
  'accounts/shortcuts|audit/|categories/|customers/|macros/|team/|tickets/(desk|macros|queue)/'

test('every class of the pages of customers has a rule in their stylesheet', () => {
  const others = new RegExp(`^app/features/(${reading}|${atTheDesk})`)
  expect(withoutRule(notReading, 'help', others)).toEqual([])
})

test('every class of the desk has a rule in its stylesheet', () => {
  const others = new RegExp(`^app/features/(${reading})`)
  expect(withoutRule(notReading, 'desk', others)).toEqual([])
})

test('every class of the components has a rule where all of them are shown', () => {
  expect(withoutRule(['app/ui'], 'gallery', none)).toEqual([])
})

let built: Record<'reading' | 'help', string>

beforeAll(async () => {
  built = { reading: await builtStylesheet('reading'), help: await builtStylesheet('help') }
}, 60_000)

test('the stylesheet for reading is under 7 KiB on the wire', () => {
  expect(brotliCompressSync(built.reading).length).toBeLessThan(7 * 1024)
})

test('no variable is defined by itself, which would unset it', () => {
  const own = [...built.help.matchAll(/(--[\w-]+):\s*var\(\1\)/g)].map(([, name]) => name)
  expect(own).toEqual([])
})

test('a word of the source that Tailwind knows makes no rule without its prefix', () => {
  const utilities = built.help.slice(built.help.lastIndexOf('@layer utilities'))
  const names = [...utilities.matchAll(/\.((?:\\.|[\w-])+)\{/g)].map(([, name]) => name)
  expect(names.filter((name) => !name!.startsWith('tw\\:'))).toEqual([])
})

test('no stylesheet asks for a font or any other file', () => {
  expect(built.help).not.toMatch(/url\(|@font-face/)
})
