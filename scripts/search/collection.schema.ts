import { z } from 'zod'
import type { SearchDocument } from '~/features/search/engine/document'
import type { JsonLine } from './json-lines'

/** Keywords and headings come as a list, or as one string with commas or line breaks between. */
const listOf = (separator: RegExp) =>
  z
    .union([
      z.array(z.string()),
      z.string().transform((text) => text.split(separator).map((each) => each.trim())),
    ])
    .nullish()
    .transform((list) => list?.filter((each) => each !== '') ?? [])

const optionalText = z
  .string()
  .nullish()
  .transform((text) => text ?? '')

const idText = z.union([z.string().min(1), z.number().transform(String)], {
  errorMap: () => ({ message: 'Give a text or a number' }),
})

const documentSchema = z.object({
  id: idText,
  title: optionalText,
  description: optionalText,
  keywords: listOf(/[,;\n]/),
  headings: listOf(/\n/),
  questions: listOf(/\n/),
  body: optionalText,
  category: z
    .string()
    .nullish()
    .transform((text) => text ?? undefined),
})

const querySchema = z.object({ query_id: idText, query: z.string() })

const judgedQuerySchema = querySchema.extend({
  relevant: z.array(idText),
  group: z.string().default('all'),
})

export type Query = z.infer<typeof querySchema>

/** A query whose right answers are known. No relevant document = the collection has no answer. */
export type JudgedQuery = z.infer<typeof judgedQuerySchema>

export function parseDocuments(lines: JsonLine[]): SearchDocument[] {
  const seen = new Map<string, string>()
  return lines.map((line) => {
    const document = parse(documentSchema, line)
    const first = seen.get(document.id)
    if (first) throw new Error(`${line.place}: the id "${document.id}" is already at ${first}.`)
    seen.set(document.id, line.place)
    return document
  })
}

export function parseQueries(lines: JsonLine[]): Query[] {
  return lines.map((line) => parse(querySchema, line))
}

export function parseJudgedQueries(lines: JsonLine[]): JudgedQuery[] {
  return lines.map((line) => parse(judgedQuerySchema, line))
}

function parse<Schema extends z.ZodTypeAny>(
  schema: Schema,
  { value, place }: JsonLine,
): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const field = issue?.path.join('.') || 'the line'
  throw new Error(`${place}: ${field}: ${issue?.message ?? 'not understood'}.`)
}
