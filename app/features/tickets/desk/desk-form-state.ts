import { formState, type FormResult } from '~/forms/form-state'

const FIELDS = [
  'status',
  'priority',
  'category',
  'assignee',
  'tags',
  'reply',
  'after',
  'files',
  'note',
] as const

/** The parts of the page's form; each has buttons of its own. */
export type DeskPart = 'reply' | 'note' | 'fields'

type Before = Partial<Record<(typeof FIELDS)[number], string | null>>

/** The fields of a ticket at the desk, with what was typed; only the part whose button was pressed has errors. */
export function deskFormState(result: FormResult, before: Before = {}) {
  return formState(FIELDS, result, { after: 'pending', ...before })
}
