import { LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import type { DocumentKind } from '~/features/articles/article'
import type { Finding } from './finding'
import { sentenceFor } from './issue-sentences'

/*
 * The description of each field is its documentation: content/README.md lists the same words, and
 * a message about the field ends with them.
 */
const title = z
  .string()
  .min(3)
  .max(70)
  .describe('The heading of the page and the words of links to it, at most 70 characters')
const description = z
  .string()
  .min(20)
  .max(160)
  .describe('One or two sentences under the heading and in search results, 20 to 160 characters')
const keywords = z
  .array(z.string().min(2).max(40))
  .max(20)
  .default([])
  .describe('A list of words that should find the page although it does not use them')
const questions = z
  .array(z.string().min(5).max(120))
  .max(20)
  .default([])
  .describe('A list of questions in the words that customers use; they are searched')
const asks = z
  .array(z.string().min(5).max(120))
  .max(20)
  .default([])
  .describe(
    'A list of questions in other words that only measure the search; they are never searched',
  )
const related = z
  .array(z.string().startsWith('/'))
  .max(6)
  .default([])
  .describe('A list of addresses of other documents, such as /kb/tickets/add-files')
const order = z
  .number()
  .int()
  .min(0)
  .max(9999)
  .default(100)
  .describe('A whole number; lower numbers stand earlier in a list, 100 if left out')
const updated = z
  .string()
  .date()
  .optional()
  .describe(
    'The day of the last real change, such as 2026-03-02; if left out, the last commit of the file',
  )
const draft = z.boolean().default(false).describe('true keeps the document off the site')
const audience = z
  .enum(['everyone', 'staff'])
  .optional()
  .describe('everyone or staff; if left out, what categories.yml says for the category')
const minutes = z
  .number()
  .int()
  .min(1)
  .max(30)
  .describe('How many minutes a reader needs to do this step, 1 to 30')

const common = { title, keywords, questions, asks, related, updated, draft }

/** The fields at the head of each kind of document. */
export const frontmatterSchemas = {
  article: z.object({ ...common, description, order, audience }).strict(),
  faq: z.object({ ...common, description: description.optional(), order, audience }).strict(),
  tutorial: z.object({ ...common, description, order, audience }).strict(),
  step: z.object({ ...common, description: description.optional(), minutes }).strict(),
}

/** The fields of any kind of document; a step has minutes, the others have an order. */
export type Frontmatter = Omit<z.infer<(typeof frontmatterSchemas)['article']>, 'description'> & {
  description?: string
  minutes?: number
}

type ReadFrontmatter = {
  frontmatter: Frontmatter | null
  /** The source with the head blanked: its lines keep their numbers. Null when there is no head. */
  body: string | null
  /** The line of a field, for findings that are made later. */
  lineOf: (field: string, item?: number) => number
  findings: Finding[]
}

const head = /^---\r?\n([\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/
const kindNames: Record<DocumentKind, string> = {
  article: 'an article',
  faq: 'a quick answer',
  tutorial: 'a tutorial',
  step: 'a step',
}

/** Reads and checks the head of a document; what it finds carries the line of the field. */
export function readFrontmatter(file: string, kind: DocumentKind, source: string): ReadFrontmatter {
  const match = head.exec(source)
  if (!match) {
    const sentence =
      'The file must start with a line "---", then title: and other fields, then "---".'
    return {
      frontmatter: null,
      body: null,
      lineOf: () => 1,
      findings: [{ file, line: 1, sentence }],
    }
  }
  const body = match[0].replace(/[^\n]/g, '') + source.slice(match[0].length)
  const lines = new LineCounter()
  const yaml = parseDocument(match[1] ?? '', { lineCounter: lines })
  const lineAt = (offset: number) => lines.linePos(offset).line + 1
  const lineOf = (field: string, item?: number) => {
    const node = yaml.getIn(item === undefined ? [field] : [field, item], true)
    const range = (node as { range?: [number, number, number] } | undefined)?.range
    return range ? lineAt(range[0]) : 1
  }
  const syntax = yaml.errors.map((error) => ({
    file,
    line: lineAt(error.pos[0]),
    sentence: `The fields at the head are not YAML: ${firstLine(error.message)}`,
  }))
  if (syntax.length > 0) return { frontmatter: null, body, lineOf, findings: syntax }
  const input: unknown = yaml.toJS() ?? {}
  const parsed = frontmatterSchemas[kind].safeParse(input)
  if (parsed.success) {
    return { frontmatter: { order: 100, ...parsed.data }, body, lineOf, findings: [] }
  }
  const findings = parsed.error.issues.map((issue) => {
    const [field, item] = issue.path
    return {
      file,
      line: lineOf(
        String(field ?? unknownField(issue)),
        typeof item === 'number' ? item : undefined,
      ),
      sentence: sentenceFor(issue, input, frontmatterSchemas[kind].shape, kindNames[kind]),
    }
  })
  return { frontmatter: null, body, lineOf, findings }
}

function unknownField(issue: z.ZodIssue): string {
  return issue.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : ''
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '') + '.'
}
