import type { FormResult } from '~/forms/form-state'
import type { DeskPart } from './desk-form-state'
import type { DeskPage } from './desk-page.server'
import type { FoundPage } from './reply-tools'

/** What the page of a ticket at the desk is made of. */
export type DeskTicketProps = DeskPage & {
  /** Help pages found for the reply; null when none were searched for. */
  found: FoundPage[] | null
  /** Help pages that were suggested before the ticket was sent. */
  shown: FoundPage[]
  result: FormResult
  /** Which part of the form was refused; with a conflict somebody was faster, and both are shown. */
  refused: { part: DeskPart; conflict: boolean } | null
}
