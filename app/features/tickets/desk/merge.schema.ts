import { z } from 'zod'
import { subjectField, textField } from '../ticket.schema'

/** What both requesters are told when their tickets are merged. */
export const mergeSchema = z.object({
  messageId: z.string().uuid(),
  message: textField('Write what the requester of the ticket that closes is told'),
  intoMessageId: z.string().uuid(),
  intoMessage: textField('Write what the requester of the ticket that goes on is told'),
})

/** A ticket made of a message. */
export const splitSchema = z.object({ id: z.string().uuid(), subject: subjectField })
