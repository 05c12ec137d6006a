import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const project = fileURLToPath(new URL('../..', import.meta.url))

/** Rules that were drawn with the others and wait for their page; whoever builds it takes them out. */
const WAITING = new Set([
  // The chat page, and the link to it in the header.
  'ask-link',
  'chat',
  'chat-event',
  'chat-form',
  'chat-log',
  'quick-replies',
  'said--agent',
  'said--you',
  'said-by',
  'said-text',
  // Charts and their filters on the insights pages.
  'bar-1',
  'bar-2',
  'chart',
  'chart-figure',
  'charts',
  'dot',
  'filters--short',
  'grid',
  'key-1',
  'line-1',
  'line-2',
  'minor',
  // The sentence under a promise, on tickets with an SLA.
  'sla-note',
  // Headings with a sentence, on the account pages.
  'section-head',
  // "Was this helpful?", and the progress of a tutorial.
  'answer-vote',
  'helpful',
  'meter',
])

function filesIn(folder: string, ending: RegExp): string[] {
  return readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => readFileSync(join(project, folder, file), 'utf8'))
}

const rules = filesIn('app/ui/styles', /\.css$/)
  .join('\n')
  .replace(/\/\*[^]*?\*\//g, '')
const classes = new Set([...rules.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name!))

const markup = [...filesIn('app', /\.tsx$/), ...filesIn('scripts/content', /\.tsx?$/)].join('\n')
const words = new Set(markup.split(/[^\w-]+/))

/** Also what code puts together: `status--open` is written as `status--${status}`. */
function isUsed(name: string): boolean {
  if (words.has(name)) return true
  const parts = name.split('-')
  return parts.some((_part, at) => at > 0 && words.has(`${parts.slice(0, at).join('-')}-`))
}

/** Written by the library that colours code in articles. */
const isForCode = (name: string) => name.startsWith('hljs-')

test('no rule is left without an element that carries its class', () => {
  const unused = [...classes].filter((name) => !isUsed(name) && !isForCode(name))
  expect(unused.filter((name) => !WAITING.has(name))).toEqual([])
})

test('what waits for its page has a rule', () => {
  expect([...WAITING].filter((name) => !classes.has(name))).toEqual([])
})
