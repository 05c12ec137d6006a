import { AttachmentList } from '../attachment-list'
import { Message, SentNotice, Thread } from '../message'
import { PlainText } from '../plain-text'
import { Time } from '../time'
import { Timeline } from '../timeline'
import { Specimen } from './specimen'

const CLOCK = { zone: 'Europe/Berlin', now: '2026-03-12T10:05:00Z' }

const FILES = [
  { id: '7', name: 'tickets-march.csv', size: '14 kB', to: '/tickets/4182/files/7' },
  { id: '8', name: 'not-sent-yet.png', size: '188 kB' },
]

/** Who said what, and what happened. */
export function VoiceSpecimens() {
  return (
    <>
      <Conversation />
      <History />
    </>
  )
}

function Conversation() {
  return (
    <Specimen
      title="Customer, agent, internal note; a file to read, a file that is only kept"
      criterion="Who and which role stand in words before the text. The three lines differ in black and white."
    >
      <Thread>
        <Message
          id="said-by-customer"
          voice="customer"
          author="Maya Lindqvist"
          time={<Time at="2026-03-10T08:12:00Z" {...CLOCK} />}
          after={<AttachmentList label="Attachments" files={FILES} />}
        >
          <PlainText text={'The dates are one day early.\n\nWe bill by them.'} />
        </Message>
        <Message
          id="said-by-agent"
          voice="agent"
          author="Ines Okafor"
          time={<Time at="2026-03-10T09:47:00Z" {...CLOCK} />}
        >
          <PlainText text="Which time zone stands under Account?" />
        </Message>
        <SentNotice time={<Time at="2026-03-10T09:48:00Z" {...CLOCK} />}>
          Email to you: we replied
        </SentNotice>
        <Message
          id="noted"
          voice="note"
          author="Ines Okafor"
          time={<Time at="2026-03-10T09:49:00Z" {...CLOCK} />}
        >
          <PlainText text="Nothing to mend in the export." />
        </Message>
      </Thread>
    </Specimen>
  )
}

function History() {
  return (
    <Specimen
      title="Timeline, newest first"
      criterion="An ordered list. A turn of the course is filled; the words say it."
    >
      <Timeline
        items={[
          {
            key: 2,
            text: 'Ines Okafor began to work on it',
            time: <Time at="2026-03-10T09:31:00Z" {...CLOCK} />,
          },
          {
            key: 1,
            text: 'You opened the ticket',
            time: <Time at="2026-03-10T08:12:00Z" {...CLOCK} />,
            turn: true,
          },
        ]}
      />
    </Specimen>
  )
}
