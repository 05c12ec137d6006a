import type { FormFields } from '~/forms/read-form.server'
import type { RequestContext } from '~/http/context'
import { deskWritingPath, type Writing } from '~/http/desk-paths'
import type { Ticket } from '../ticket'
import type { DeskWriting } from './desk'
import { choicesMade } from './field-choices'

/** The form of the desk's ticket page as it was sent. */
export type DeskForm = {
  context: RequestContext
  ticket: Ticket
  writing: DeskWriting
  fields: FormFields
  fileErrors: string[]
}

/** The page again, with what was chosen on it and not saved. */
export function backTo({ ticket, fields }: DeskForm, writing: Writing): string {
  return deskWritingPath(ticket.number, writing, choicesMade(fields))
}
