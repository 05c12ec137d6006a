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

type Before = Partial<Record<(typeof FIELDS)[number], string | null>>

/** The fields of the forms of a ticket at the desk; only one of them was sent, so the others have no errors. */
export function deskFormState(result: FormResult, before: Before = {}) {
  return formState(FIELDS, result, { after: 'pending', ...before })
}

/** True when it was the form of the ticket's fields that came back. */
export function isFieldsForm(result: FormResult): boolean {
  return result?.initialValue !== undefined && 'version' in (result.initialValue ?? {})
}
