import { z } from 'zod'
import { readUuid } from '~/lib/uuid'
import type { SummaryError } from '~/ui/error-summary'
import { PRIORITIES } from '../ticket'
import { NOBODY } from './queue'

/** Postgres has the same limit. */
export const BULK_LIMIT = 100

export type Ticked = { number: number; version: number }

/** One change for all ticked tickets: what is changed, and to what. */
export type BulkChange = { what: keyof typeof VALUES; value: string }

export const BULK_STATUSES = ['open', 'pending', 'on_hold', 'solved', 'closed'] as const

const uuid = z.string().refine((value) => readUuid(value) !== null)

/** What each kind of change may change to; the names are those of the arguments in Postgres. */
const VALUES = {
  assignee: z.union([z.enum(['me', NOBODY]), uuid]),
  status: z.enum(BULK_STATUSES),
  priority: z.enum(PRIORITIES),
  add_tag: z.string().min(1).max(30),
  remove_tag: z.string().min(1).max(30),
  macro_id: uuid,
}

/** What stands in the list of changes, such as `status:solved`. */
export function changeValue({ what, value }: BulkChange): string {
  return `${what}:${value}`
}

/** The change that an entry of that list means; null for anything else. */
export function readChange(entry: unknown): BulkChange | null {
  const [, what = '', value = ''] = /^([a-z_]+):(.+)$/s.exec(String(entry)) ?? []
  if (!Object.hasOwn(VALUES, what)) return null
  const kind = what as BulkChange['what']
  return VALUES[kind].safeParse(value).success ? { what: kind, value } : null
}

/** What stands in a tick box: the ticket, and which state of it the person saw. */
export function tickedValue({ number, version }: Ticked): string {
  return `${number}:${version}`
}

/** The ticked tickets, each once; what is none is left out. */
export function readTicked(values: unknown[]): Ticked[] {
  const ticked = new Map<number, Ticked>()
  for (const value of values) {
    const [, number, version] = /^(\d{1,9}):(\d{1,9})$/.exec(String(value)) ?? []
    if (number && version)
      ticked.set(Number(number), { number: Number(number), version: Number(version) })
  }
  return [...ticked.values()]
}

/** What Postgres says about a bulk change. */
export type BulkAnswer = {
  changed: number[]
  refused: { number: number; reason: 'missing' | 'closed' | 'changed' | 'tags' }[]
}

const REASON: Record<BulkAnswer['refused'][number]['reason'], string> = {
  missing: 'is not there',
  closed: 'is closed: only its requester can go on, in a follow-up',
  changed: 'has changed since you opened this list: look at it first',
  tags: 'has 20 tags already',
}

/** Why a ticket was left as it is, as a sentence. */
export function refusalSentence({ number, reason }: BulkAnswer['refused'][number]): string {
  return `${number} ${REASON[reason]}`
}

/** "3 tickets are changed: 1001, 1002, 1003." A long list is cut. */
export function changedSentence(numbers: number[]): string {
  const named = numbers.slice(0, 20).join(', ')
  const more = numbers.length > 20 ? ` and ${numbers.length - 20} more` : ''
  const are = numbers.length === 1 ? '1 ticket is' : `${numbers.length} tickets are`
  return `${are} changed: ${named}${more}.`
}

/** A bulk change that could not be made as a whole; its ticks are kept. */
export type BulkResult = {
  errors: SummaryError[]
  /** What was changed all the same. */
  changed: string | null
  ticked: number[]
  change: string
}

/** The question before tickets are closed for good. */
export type BulkQuestion = { tickets: Ticked[] }
