import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import type { Category } from '~/features/articles/article'
import type { Finding } from './finding'
import { sentenceFor } from './issue-sentences'

/** The slugs of the ticket categories: somebody who opens a ticket in one should find an answer. */
export const ticketCategories = ['signing-in', 'tickets', 'account', 'your-data', 'other'] as const

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use small letters, digits and hyphens')

const categorySchema = z
  .object({
    slug: slug.describe('The folder of its documents and its place in addresses'),
    title: z.string().min(3).max(40).describe('Its name on the site, at most 40 characters'),
    description: z.string().min(10).max(120).describe('What is in it, 10 to 120 characters'),
    order: z.number().int().default(100).describe('A whole number; lower numbers stand earlier'),
    ticketCategory: z
      .enum(ticketCategories)
      .describe('The category of the tickets that it answers'),
    audience: z.enum(['everyone', 'staff']).default('everyone').describe('everyone or staff'),
  })
  .strict()
const synonymsSchema = z.array(
  z
    .array(z.string(), { message: 'A line is a list of words, such as "- [sign in, log in]"' })
    .min(2, {
      message: 'A group has two words or more',
    }),
)
const isAddress = (text: string) => /^\/[^\s#?]*$/.test(text)
const redirectsSchema = z.record(z.string()).superRefine((redirects, context) => {
  for (const [from, to] of Object.entries(redirects)) {
    if (isAddress(from) && isAddress(to)) continue
    const message = 'Both sides are addresses on the site, such as /kb/tickets/add-files'
    context.addIssue({ code: 'custom', path: [from], message })
  }
})

/** A value read from a file of settings, and where each entry of it stands. */
type Placed<T> = { value: T; file: string; lineOf: (...path: (string | number)[]) => number }

export type Settings = {
  categories: Placed<Category[]>
  synonyms: Placed<string[][]>
  redirects: Placed<Record<string, string>>
  findings: Finding[]
}

/** Reads categories.yml, synonyms.yml and redirects.yml; the last two may be missing. */
export async function readSettings(contentDir: string): Promise<Settings> {
  const findings: Finding[] = []
  const read = <T>(name: string, schema: z.ZodType<T, z.ZodTypeDef, unknown>, empty: T) =>
    readYaml(contentDir, name, schema, empty, findings)
  const categories = await read<Category[]>('categories.yml', z.array(categorySchema), [])
  const synonyms = await read<string[][]>('synonyms.yml', synonymsSchema, [])
  const redirects = await read<Record<string, string>>('redirects.yml', redirectsSchema, {})
  if (categories.value.length === 0 && findings.length === 0) {
    const sentence = 'There are no categories. Copy the entry that content/README.md shows.'
    findings.push({ file: categories.file, line: 1, sentence })
  }
  return { categories, synonyms, redirects, findings }
}

async function readYaml<T>(
  contentDir: string,
  name: string,
  schema: z.ZodType<T, z.ZodTypeDef, unknown>,
  empty: T,
  findings: Finding[],
): Promise<Placed<T>> {
  const file = `content/${name}`
  const text = await readFile(path.join(contentDir, name), 'utf8').catch(() => '')
  const lines = new LineCounter()
  const yaml = parseDocument(text, { lineCounter: lines })
  const lineOf = (...at: (string | number)[]) => {
    const node = yaml.getIn(at, true)
    const range = (node as { range?: [number, number, number] } | undefined)?.range
    return range ? lines.linePos(range[0]).line : 1
  }
  for (const error of yaml.errors) {
    const [message] = error.message.split(/ at line|\n/)
    findings.push({
      file,
      line: lines.linePos(error.pos[0]).line,
      sentence: `This is not YAML: ${message}.`,
    })
  }
  if (yaml.errors.length > 0) return { value: empty, file, lineOf }
  const input: unknown = yaml.toJS() ?? empty
  const parsed = schema.safeParse(input)
  if (parsed.success) return { value: parsed.data, file, lineOf }
  for (const issue of parsed.error.issues) {
    const line = lineOf(...issue.path.slice(0, 2))
    findings.push({ file, line, sentence: entrySentence(name, issue, input) })
  }
  return { value: empty, file, lineOf }
}

function entrySentence(name: string, issue: z.ZodIssue, input: unknown): string {
  if (name !== 'categories.yml' || !Array.isArray(input)) return `${issue.message}.`
  const [entry, ...field] = issue.path
  const within = { ...issue, path: field }
  return sentenceFor(within, input[Number(entry)], categorySchema.shape, `an entry of ${name}`)
}
