import type { ReaderClock } from '~/http/reader-clock'
import { fileViewPath, thumbnailPath, ticketFilePath } from '~/http/paths'
import { fileSize } from '~/lib/file-size'
import { AttachmentList } from '~/ui/attachment-list'
import { Message, Thread, type Voice } from '~/ui/message'
import { PlainText } from '~/ui/plain-text'
import { Time } from '~/ui/time'
import { viewKind } from './file-types'
import type { Attachment, Message as TicketMessage } from './ticket'

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
          after={<AttachmentList label="Files" files={filesOf(number, messages, message)} />}
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

/** Files that can be looked at are numbered through the thread: two may have the same name. */
function filesOf(number: number, messages: TicketMessage[], { attachments }: TicketMessage) {
  const all = messages.flatMap((message) => message.attachments).filter(isViewable)
  return attachments.map((file) => ({
    id: file.id,
    name: file.name,
    size: fileSize(file.size),
    to: ticketFilePath(number, file.id),
    view: isViewable(file) ? viewOf(number, file, all.indexOf(file) + 1) : undefined,
  }))
}

function isViewable({ content_type }: Attachment): boolean {
  return viewKind(content_type) !== null
}

function viewOf(number: number, { id, content_type }: Attachment, ordinal: number) {
  return {
    to: fileViewPath(number, id),
    label: `Look at file ${ordinal}`,
    thumbnail: viewKind(content_type) === 'image' ? thumbnailPath(number, id) : undefined,
  }
}
