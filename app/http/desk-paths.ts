import { segment } from './paths'

/** Every URL of the desk is a function or a constant here, as the others are in `paths.ts`. */

export const queuePath = '/admin/tickets'
export const queueNewsPath = '/admin/tickets/news'
export const shortcutsPath = '/admin/shortcuts'
/** Documents for staff have their addresses below it. */
export const deskHelpPath = '/admin/help'
export const customersPath = '/admin/customers'
export const macrosPath = '/admin/macros'
export const newMacroPath = '/admin/macros/new'
export const newSavedReplyPath = '/admin/macros/replies/new'
export const categoriesPath = '/admin/categories'
export const newCategoryPath = '/admin/categories/new'
export const teamPath = '/admin/team'
export const teamInvitePath = '/admin/team/invite'
export const auditPath = '/admin/audit'
export const securityLogPath = '/admin/security'

/** The queue, searched for the tickets of one person. */
export function ticketsOfPath(nameOrEmail: string): string {
  return `${queuePath}?view=all&q=${encodeURIComponent(nameOrEmail)}`
}

export function deskTicketPath(number: number): string {
  return `${queuePath}/${number}`
}

/** What a reply at the desk is being written with. */
export type Writing = {
  /** The id that the reply will have; a repeated sending is then harmless. */
  message?: string
  /** The same for a note. */
  note?: string
  macro?: string
  /** What help articles are searched for. */
  insert?: string
}

/**
 * A ticket at the desk with what is being written on it.
 * @param choices what was chosen of its fields and not saved yet, by name
 */
export function deskWritingPath(
  number: number,
  writing: Writing,
  choices: Record<string, string> = {},
): string {
  const query = new URLSearchParams()
  for (const name of ['message', 'note', 'macro', 'insert'] as const) {
    if (writing[name]) query.set(name, writing[name])
  }
  for (const [name, value] of Object.entries(choices)) query.set(name, value)
  return query.size > 0 ? `${deskTicketPath(number)}?${query.toString()}` : deskTicketPath(number)
}

export function presencePath(number: number): string {
  return `${deskTicketPath(number)}/presence`
}

/** Closing a ticket in favour of another one: which, and then whether. */
export function mergePath(number: number, into?: number): string {
  return `${deskTicketPath(number)}/merge${into ? `?into=${into}` : ''}`
}

/** Making a ticket of its own of a message. */
export function splitPath(number: number, messageId: string): string {
  return `${deskTicketPath(number)}/split?message=${segment(messageId)}`
}

export function customerPath(id: string): string {
  return `${customersPath}/${segment(id)}`
}

export function customerNamePath(id: string): string {
  return `${customerPath(id)}/name`
}

/** The question before an account is suspended, or restored. */
export function customerSuspendPath(id: string): string {
  return `${customerPath(id)}/suspend`
}

export function macroPath(id: string): string {
  return `${macrosPath}/${segment(id)}`
}

export function savedReplyPath(id: string): string {
  return `${macrosPath}/replies/${segment(id)}`
}

export function categorySettingsPath(slug: string): string {
  return `${categoriesPath}/${segment(slug)}`
}

export function memberPath(id: string): string {
  return `${teamPath}/${segment(id)}`
}

/** The question before somebody leaves the team and the portal. */
export function memberDeactivatePath(id: string): string {
  return `${memberPath(id)}/deactivate`
}

/** The security log, about one account. */
export function securityLogOfPath(personId: string): string {
  return `${securityLogPath}?person=${segment(personId)}`
}
