import type { ReaderClock } from '~/http/reader-clock'
import { ticketFilePath } from '~/http/paths'
import { fileSize } from '~/lib/file-size'
import { AttachmentList } from '~/ui/attachment-list'
import { Message, Thread, type Voice } from '~/ui/message'
import { PlainText } from '~/ui/plain-text'
import { Time } from '~/ui/time'
import type { Message as TicketMessage } from './ticket'

type Props = {
  number: number
  messages: TicketMessage[]
  clock: ReaderClock
  /** The person who reads as "You"; nobody at the desk. */
  reader?: string
}

/** All that was said about a ticket, oldest first. */
export function TicketThread({ number, messages, clock, reader }: Props) {
  return (
    <Thread>
      {messages.map((message) => (
        <Message
          key={message.id}
          id={`message-${message.id}`}
          voice={voiceOf(message)}
          author={message.author.id === reader ? 'You' : message.author.name}
          time={<Time at={message.created_at} {...clock} />}
          after={<AttachmentList label="Files" files={filesOf(number, message)} />}
        >
          <PlainText text={message.body} />
        </Message>
      ))}
    </Thread>
  )
}

function voiceOf({ kind, author }: TicketMessage): Voice {
  if (kind === 'note') return 'note'
  return author.role === 'customer' ? 'customer' : 'agent'
}

function filesOf(number: number, { attachments }: TicketMessage) {
  return attachments.map(({ id, name, size }) => ({
    id,
    name,
    size: fileSize(size),
    to: ticketFilePath(number, id),
  }))
}
