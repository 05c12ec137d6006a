/** The rooms that a change was made in; the words of the database. */
export const AUDIT_AREAS = [
  'tickets',
  'customers',
  'team',
  'categories',
  'macros',
  'saved_replies',
] as const
export type AuditArea = (typeof AUDIT_AREAS)[number]

export const AREA_LABEL: Record<AuditArea, string> = {
  tickets: 'Tickets',
  customers: 'Customers',
  team: 'Team',
  categories: 'Categories',
  macros: 'Macros',
  saved_replies: 'Saved replies',
}

/** What one setting is called; of other rooms, the room names it. */
export const SETTING_LABEL: Partial<Record<AuditArea, string>> = {
  categories: 'Category',
  macros: 'Macro',
  saved_replies: 'Saved reply',
}

type Person = { id: string; name: string; role: string }

/** One change, as `audit_log()` answers it. `before` and `after`: a value, or the columns that differ. */
export type AuditEvent = {
  source: 'setting' | 'account' | 'ticket'
  /** Unique within its source. */
  id: number
  /** ISO 8601. */
  at: string
  area: AuditArea
  kind: string
  /** Null for what the operator or the portal did. */
  actor: Person | null
  /** Whom it concerns. */
  person: Person | null
  /** The name of a setting, the subject of a ticket, the address of an invitation. */
  subject: string | null
  ticket_number: number | null
  before: unknown
  after: unknown
}

export type AuditLog = { total: number; events: AuditEvent[] }
