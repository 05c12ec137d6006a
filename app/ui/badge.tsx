import type { ReactNode } from 'react'
import { Icon } from './icon'

export type StatusShape = 'new' | 'open' | 'pending' | 'on_hold' | 'solved' | 'closed'

/** Shape, word and colour of a status. Boxed once, at the head of a ticket; bare in lists. */
export function StatusBadge({
  status,
  boxed = false,
  children,
}: {
  status: StatusShape
  boxed?: boolean
  children: ReactNode
}) {
  return (
    <span className={`status status--${status}${boxed ? ' status--boxed' : ''}`}>
      <Icon name={`status-${status}`} />
      {children}
    </span>
  )
}

export type PriorityShape = 'low' | 'normal' | 'high' | 'urgent'

/** One to four bars and the word. */
export function PriorityBadge({
  priority,
  children,
}: {
  priority: PriorityShape
  children: ReactNode
}) {
  return (
    <span className={`priority priority--${priority}`}>
      <Icon name={`priority-${priority}`} />
      {children}
    </span>
  )
}

/** A word that somebody gave a thing, to find it again. */
export function Tag({ children }: { children: ReactNode }) {
  return <span className="tag">{children}</span>
}
