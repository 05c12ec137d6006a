import { unwrap, type Supabase } from '~/platform/supabase.server'

export type Merge = {
  into: number
  /** The ids of the two messages make a repeated merge harmless. */
  messageId: string
  message: string
  intoMessageId: string
  intoMessage: string
}

/**
 * Closes a ticket in favour of another one and tells both requesters.
 * @throws Problem `not-found`; `conflict` for itself and for closed tickets, with a sentence
 */
export async function mergeTickets(supabase: Supabase, number: number, merge: Merge) {
  const { into, messageId, message, intoMessageId, intoMessage } = merge
  unwrap(
    await supabase.rpc('merge_tickets', {
      ticket_number: number,
      into_number: into,
      message_id: messageId,
      message,
      into_message_id: intoMessageId,
      into_message: intoMessage,
    }),
  )
}

/**
 * Makes a ticket of its own of a reply of the requester; repeated with the same id, one.
 * @returns its number
 */
export async function splitTicket(
  supabase: Supabase,
  number: number,
  split: { messageId: string; id: string; subject: string },
): Promise<number> {
  const { messageId, id, subject } = split
  return unwrap(
    await supabase.rpc('split_ticket', {
      ticket_number: number,
      message_id: messageId,
      id,
      subject,
    }),
  )
}
