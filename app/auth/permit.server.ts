import type { Env } from '~/platform/env.server'
import { seal, unseal } from './sealed-value.server'

/** What a form may keep for whom, even after the session has ended under it. */
type Permit = {
  viewerId: string
  /** The folder of its files: the ticket, or the draft that becomes one. */
  ticketId: string
  /** The id of the message being written. */
  messageKey: string
}

/** How long a form can lie open and still be kept (ms). */
const PERMIT_MS = 24 * 60 * 60 * 1000

type Settings = Pick<Env, 'SESSION_SECRET'>

/** The permit that a form carries, for one person and one message, good for a day. */
export function issuePermit(env: Settings, permit: Permit, now: Date): string {
  const { viewerId, ticketId, messageKey } = permit
  return seal(env, 'permit', `${viewerId} ${ticketId} ${messageKey}`, now)
}

/** The permit that was sent with a form; null where it is forged, another form's or too old. */
export function readPermit(
  env: Settings,
  sent: unknown,
  messageKey: string,
  now: Date,
): Permit | null {
  const unsealed = unseal(env, 'permit', sent, now)
  if (!unsealed || !(unsealed.ageMs >= 0 && unsealed.ageMs <= PERMIT_MS)) return null
  const [viewerId = '', ticketId = '', key = ''] = unsealed.value.split(' ')
  return key === messageKey ? { viewerId, ticketId, messageKey } : null
}
