import type { z } from 'zod'

type Shape = Record<string, z.ZodTypeAny>

/**
 * Turns one finding of zod into a sentence for a writer.
 * @param input what was checked, to say how long the text is
 * @param shape the fields that there are; their descriptions end the sentence
 * @param owner what the fields belong to: "an article", "<Figure>"
 */
export function sentenceFor(
  issue: z.ZodIssue,
  input: unknown,
  shape: Shape,
  owner: string,
): string {
  if (issue.code === 'unrecognized_keys')
    return unknownFields(issue.keys, Object.keys(shape), owner)
  const [field, item] = issue.path
  if (field === undefined) return `The fields of ${owner} must be lines like "title: Add a file".`
  const name = typeof item === 'number' ? `Entry ${item + 1} of "${field}"` : `"${field}"`
  const meaning = shape[String(field)]?.description
  return `${name} ${wrong(issue, valueAt(input, issue.path))}.${meaning ? ` ${meaning}.` : ''}`
}

function wrong(issue: z.ZodIssue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.received === 'undefined'
        ? 'is missing'
        : `must be ${typeNames[issue.expected] ?? issue.expected}, not ${typeNames[issue.received] ?? issue.received}`
    case 'too_small':
      return `is too ${issue.type === 'number' ? 'small' : 'short'}${lengthOf(value)}: at least ${issue.minimum}`
    case 'too_big':
      return `is too ${issue.type === 'number' ? 'large' : 'long'}${lengthOf(value)}: at most ${issue.maximum}`
    case 'invalid_enum_value':
      return `is "${issue.received}": write one of ${issue.options.join(', ')}`
    case 'invalid_string':
      return `is "${String(value)}"${issue.message === 'Invalid date' ? '' : `: ${issue.message}`}`
    default:
      return `is wrong: ${issue.message}`
  }
}

const typeNames: Record<string, string> = {
  array: 'a list',
  boolean: 'true or false',
  null: 'nothing',
  number: 'a number',
  object: 'a group of fields',
  string: 'text',
}

function lengthOf(value: unknown): string {
  if (typeof value === 'string') return ` (${value.length} characters)`
  if (Array.isArray(value)) return ` (${value.length} entries)`
  return typeof value === 'number' ? ` (${value})` : ''
}

function valueAt(input: unknown, path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value && typeof value === 'object' ? Reflect.get(value, key) : undefined),
    input,
  )
}

function unknownFields(keys: string[], known: string[], owner: string): string {
  const names = keys.map((key) => `"${key}"`).join(', ')
  const close = known.find((candidate) => keys.some((key) => isClose(key, candidate)))
  const advice = close ? `Did you mean "${close}"?` : `There are: ${known.join(', ')}.`
  return `${names} is not a field of ${owner}. ${advice}`
}

/** Whether the two differ only in order or in one letter: the mistakes of a typing hand. */
function isClose(typed: string, known: string): boolean {
  const sorted = (word: string) => [...word.toLowerCase()].sort().join('')
  if (sorted(typed) === sorted(known)) return true
  const [short, long] = typed.length < known.length ? [typed, known] : [known, typed]
  if (long.length - short.length > 1) return false
  const start = [...short].findIndex((letter, at) => letter !== long[at])
  if (start === -1) return true
  const rest = long.slice(start + 1)
  return rest === short.slice(start) || rest === short.slice(start + 1)
}
