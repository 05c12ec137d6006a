import type { Priority } from '../ticket'
import { fillIn } from './macro'

/** A macro as admins keep it. */
export type MacroSettings = {
  id: string
  name: string
  description: string
  /** May name `{{variables}}`. */
  reply: string
  next_status: 'open' | 'pending' | 'on_hold' | 'solved' | null
  priority: Priority | null
  add_tags: string[]
  assign: 'keep' | 'me' | 'nobody'
  active: boolean
  version: number
}

/** A text that staff put into a reply and read again before they send it. */
export type SavedReplySettings = {
  id: string
  title: string
  /** May name `{{variables}}`. */
  body: string
  active: boolean
  version: number
}

/** What a text reads like on a ticket that everybody can imagine, sent by whoever looks at it. */
export function previewOf(template: string, agentName: string): string {
  return fillIn(template, {
    requester: { name: 'Maya Lindqvist' },
    ticket: { number: 1042, subject: 'The export stops at 1,000 lines' },
    agent: { name: agentName },
  })
}

/** The choices of a macro's form, with what leaves a ticket as it is. */
export const NEXT_STATUS_CHOICES = [
  { value: 'open', label: 'Open' },
  { value: 'pending', label: 'Pending' },
  { value: 'on_hold', label: 'On hold' },
  { value: 'solved', label: 'Solved' },
]
export const ASSIGN_CHOICES = [
  { value: 'keep', label: 'Stays as it is' },
  { value: 'me', label: 'Whoever uses the macro' },
  { value: 'nobody', label: 'Nobody: back to the queue' },
]
