import type { ReactNode } from 'react'
import { Icon } from './icon'

export type Voice = 'customer' | 'agent' | 'note'

const VOICE_WORD: Record<Voice, string> = {
  customer: 'Customer',
  agent: 'Support',
  note: 'Internal note',
}

type Props = {
  id: string
  voice: Voice
  author: string
  time: ReactNode
  children: ReactNode
  after?: ReactNode
}

/** One message of a thread. Line, word and colour tell the three voices apart, also in black and white. */
export function Message({ id, voice, author, time, children, after }: Props) {
  return (
    <li className={`message message--${voice}`} id={id}>
      <div className="message-by">
        <h3>
          <bdi>{author}</bdi>
        </h3>{' '}
        <p>
          <span className="voice">
            {voice === 'note' ? <Icon name="lock" /> : null}
            {VOICE_WORD[voice]}
          </span>{' '}
          {time}
        </p>
      </div>
      <div className="message-text">
        <div className="prose" dir="auto">
          {voice === 'note' ? (
            <p className="small">
              <strong>Customers cannot read this.</strong>
            </p>
          ) : null}
          {children}
        </div>
        {after}
      </div>
    </li>
  )
}

/** A mail or text message that went out, as a line between the messages. */
export function SentNotice({ time, children }: { time: ReactNode; children: ReactNode }) {
  return (
    <li className="sent-notice">
      {children} {time}
    </li>
  )
}

/** The messages of a ticket and the notices about it, oldest first. */
export function Thread({ children }: { children: ReactNode }) {
  return <ol className="thread">{children}</ol>
}
