import type { FormFields } from '~/forms/read-form.server'
import type { RequestContext } from '~/http/context'
import type { Ticket } from '../ticket'
import type { DeskWriting } from './desk'

/** A form of the desk's ticket page as it was sent. */
export type DeskForm = {
  context: RequestContext
  ticket: Ticket
  writing: DeskWriting
  fields: FormFields
  fileErrors: string[]
}
