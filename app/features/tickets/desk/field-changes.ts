import { DESK_STATUS, PRIORITY_LABEL, type Person, type Ticket, type TicketEvent } from '../ticket'

/** What a form asks for; all of it is text, as it was sent. */
export type ChosenFields = Partial<Record<Field, string>>
export const CHOSEN_FIELDS = ['status', 'priority', 'category', 'assignee', 'tags'] as const
type Field = (typeof CHOSEN_FIELDS)[number]

/** A field that stands otherwise on the ticket than in the form. */
type FieldChange = {
  field: Field
  name: string
  chosen: string
  now: string
  /** Who changed it last, where the history says so. */
  by: string | null
}

export type Known = {
  ticket: Ticket
  tags: string[]
  team: Person[]
  categories: { slug: string; name: string }[]
  events: TicketEvent[]
}

const NAMES: Record<Field, string> = {
  status: 'Status',
  priority: 'Priority',
  category: 'Category',
  assignee: 'Assignee',
  tags: 'Tags',
}

/** What the fields of the form hold for a ticket as it is. */
export function fieldsOf({ ticket, tags }: Pick<Known, 'ticket' | 'tags'>): Record<Field, string> {
  return {
    status: ticket.status,
    priority: ticket.priority,
    category: ticket.category.slug,
    assignee: ticket.assignee?.id ?? 'nobody',
    tags: tags.join(', '),
  }
}

/** Where a form that came too late differs from the ticket as it is by now, in words. */
export function fieldChanges(chosen: ChosenFields, known: Known): FieldChange[] {
  const present = fieldsOf(known)
  return CHOSEN_FIELDS.filter((field) => (chosen[field] ?? present[field]) !== present[field]).map(
    (field) => ({
      field,
      name: NAMES[field],
      chosen: wordFor(field, chosen[field] ?? '', known),
      now: wordFor(field, present[field], known),
      by: known.events.findLast(({ kind }) => kind === field)?.actor?.name ?? null,
    }),
  )
}

function wordFor(field: Field, value: string, { team, categories, ticket }: Known): string {
  const words: Record<Field, string | undefined> = {
    status: DESK_STATUS[value as keyof typeof DESK_STATUS],
    priority: PRIORITY_LABEL[value as keyof typeof PRIORITY_LABEL],
    category: [ticket.category, ...categories].find(({ slug }) => slug === value)?.name,
    assignee:
      [...team, ...(ticket.assignee ? [ticket.assignee] : [])].find(({ id }) => id === value)
        ?.name ?? 'Nobody',
    tags: value || 'None',
  }
  return words[field] ?? value
}
