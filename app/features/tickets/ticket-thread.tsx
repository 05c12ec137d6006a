import type { ReactNode } from 'react'
import type { ReaderClock } from '~/http/reader-clock'
import { fileViewPath, thumbnailPath, ticketFilePath } from '~/http/paths'
import { fileSize } from '~/lib/file-size'
import { AttachmentList } from '~/ui/attachment-list'
import { Message, SentNotice, Thread, type Voice } from '~/ui/message'
import { PlainText } from '~/ui/plain-text'
import { Time } from '~/ui/time'
import { communicationOf } from './communication'
import { eventWords, type HistoryReader } from './event-words'
import { viewKind } from './file-types'
import type { Attachment, Message as TicketMessage, TicketEvent } from './ticket'

type Props = {
  number: number
  messages: TicketMessage[]
  /** Its history, of which the notices stand here. */
  events: TicketEvent[]
  clock: ReaderClock
  reader: HistoryReader
  /** What may be done with a message, below it. */
  actionFor?: (message: TicketMessage) => ReactNode
}

/** The communication log: all that was said about a ticket, and the notices that were sent, oldest first. */
export function TicketThread({ number, messages, events, clock, reader, actionFor }: Props) {
  const you = reader.kind === 'customer' ? reader.id : null
  return (
    <Thread>
      {communicationOf(messages, events).map((entry) =>
        entry.kind === 'notice' ? (
          <SentNotice key={entry.notice.id} time={<Time at={entry.at} {...clock} />}>
            {eventWords(entry.notice, reader)}
          </SentNotice>
        ) : (
          <TicketMessageEntry
            key={entry.message.id}
            {...{ number, messages, message: entry.message, clock, you, actionFor }}
          />
        ),
      )}
    </Thread>
  )
}

type EntryProps = Pick<Props, 'number' | 'messages' | 'clock' | 'actionFor'> & {
  message: TicketMessage
  /** The person who reads as "You". */
  you: string | null
}

function TicketMessageEntry(props: EntryProps) {
  const { number, messages, message, clock, you, actionFor } = props
  return (
    <Message
      id={`message-${message.id}`}
      voice={voiceOf(message)}
      author={message.author.id === you ? 'You' : message.author.name}
      time={<Time at={message.created_at} {...clock} />}
      after={
        <>
          <AttachmentList label="Files" files={filesOf(number, messages, message)} />
          {actionFor?.(message)}
        </>
      }
    >
      <PlainText text={message.body} />
    </Message>
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
