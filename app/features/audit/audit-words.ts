import type { AuditEvent } from './audit-event'

const KIND: Record<string, string> = {
  added: 'Added',
  changed: 'Changed',
  removed: 'Removed',
  invited: 'Invited',
  invited_again: 'Invited again',
  invitation_revoked: 'Invitation taken back',
  invitation_accepted: 'Invitation accepted',
  name_changed: 'Name changed',
  role_changed: 'Role changed',
  banned: 'Account suspended',
  unbanned: 'Account restored',
  status: 'Status changed',
  priority: 'Priority changed',
  category: 'Category changed',
  assignee: 'Assignee changed',
  tags: 'Tags changed',
  macro: 'Macro used',
  merged: 'Merged',
  merged_from: 'Merged with another ticket',
  split: 'Split',
  split_from: 'Split from another ticket',
}

/** What was done, in a few words; a kind without words shows its name. */
export function auditWords({ kind }: Pick<AuditEvent, 'kind'>): string {
  return Object.hasOwn(KIND, kind) ? KIND[kind]! : kind.replaceAll('_', ' ')
}

/** Columns by the words of their forms; another is its own name. */
const COLUMN: Record<string, string> = {
  active: 'in use',
  add_tags: 'tags to add',
  assign: 'assignee after it',
  body: 'text',
  next_status: 'status after it',
  reply: 'text',
  slug: 'short name',
}

const ASSIGN: Record<string, string> = { keep: 'stays as it is', me: 'whoever uses the macro' }

function columnWords(column: string): string {
  return Object.hasOwn(COLUMN, column) ? COLUMN[column]! : column.replaceAll('_', ' ')
}

function columnValue(columns: Record<string, unknown>, column: string): string | null {
  if (!(column in columns)) return null
  const value = columns[column]
  if (column === 'assign' && typeof value === 'string') return ASSIGN[value] ?? value
  return valueWords(value)
}

function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'none'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(valueWords).join(', ')
  if (typeof value === 'object') return JSON.stringify(value)
  // A word of the database, such as on_hold.
  return /^[a-z]+(_[a-z]+)+$/.test(String(value))
    ? String(value).replaceAll('_', ' ')
    : String(value)
}

function isColumns(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function hasValue(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0
  return value !== null && value !== undefined && value !== ''
}

type AuditChange = { what: string | null; before: string | null; after: string | null }

/**
 * What stood there before and what stands there since, as text: one line for each column of a setting that
 * ever had a value, one without a name for everything else, none where nothing has a value.
 */
export function auditChanges({
  kind,
  before,
  after,
}: Pick<AuditEvent, 'kind' | 'before' | 'after'>): AuditChange[] {
  if (!isColumns(before) && !isColumns(after)) {
    if (!hasValue(before) && !hasValue(after)) return []
    const words = (value: unknown) =>
      kind === 'assignee' && !hasValue(value) ? 'nobody' : valueWords(value)
    return [{ what: null, before: words(before), after: words(after) }]
  }
  const old = isColumns(before) ? before : {}
  const fresh = isColumns(after) ? after : {}
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])]
    .filter((column) => column !== 'id' && (hasValue(old[column]) || hasValue(fresh[column])))
    .map((column) => ({
      what: columnWords(column),
      before: columnValue(old, column),
      after: columnValue(fresh, column),
    }))
}

/** "from open to pending"; only one of them where something was added or removed. */
export function changeWords(before: string | null, after: string | null): string {
  if (before === null) return after ?? ''
  return after === null ? `was ${before}` : `from ${before} to ${after}`
}
