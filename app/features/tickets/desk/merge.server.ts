import { unwrap, type Supabase } from '~/platform/supabase.server'
import { copyFiles, type ObjectCopy } from '../attachments.server'

type Merge = {
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
 * Makes a ticket of its own of a reply of the requester, with copies of its files; repeated with the same id, one.
 * @returns its number
 * @throws Problem `unavailable` where a file could not be copied: then nothing is split, and trying again goes on
 *   with the files that are missing
 */
export async function splitTicket(
  supabase: Supabase,
  number: number,
  split: { messageId: string; id: string; subject: string },
): Promise<number> {
  const { messageId, id, subject } = split
  const announced = await supabase.rpc('announce_split_files', {
    ticket_number: number,
    message_id: messageId,
    id,
  })
  await copyFiles(supabase, unwrap(announced) as unknown as ObjectCopy[])
  return unwrap(
    await supabase.rpc('split_ticket', {
      ticket_number: number,
      message_id: messageId,
      id,
      subject,
    }),
  )
}
