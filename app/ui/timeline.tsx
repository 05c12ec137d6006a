import type { ReactNode } from 'react'

type TimelineItem = {
  key: string | number
  text: ReactNode
  time: ReactNode
  turn?: boolean
}

/** What happened, newest first; a turn is what changed the course. */
export function Timeline({ items }: { items: TimelineItem[] }) {
  return (
    <ol className="timeline">
      {items.map(({ key, text, time, turn }) => (
        <li key={key} className={turn ? 'turn' : undefined}>
          {text} {time}
        </li>
      ))}
    </ol>
  )
}
