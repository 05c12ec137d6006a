import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

/** How a promise stands: far away, within the hour, missed, standing still, kept. */
export type DueState = 'ok' | 'soon' | 'late' | 'paused' | 'met'

const ICON: Record<DueState, IconName> = {
  ok: 'clock',
  soon: 'clock',
  late: 'alert',
  paused: 'pause',
  met: 'check',
}

/** When something is due, in words with a shape: "in 50 min", "18 min late". */
export function DueBadge({ state, children }: { state: DueState; children: ReactNode }) {
  return (
    <span className={`due due--${state}`}>
      <Icon name={ICON[state]} />
      {children}
    </span>
  )
}

type SlaLineProps = {
  state: DueState
  /** The promise: "Next reply by 14:55 today". */
  promise: ReactNode
  /** How far away it is, or what it waits for. */
  distance: ReactNode
  /** The share of the promised time that is over, 0 to 1; more than 1 draws as 1. */
  past: number
}

const LENGTH = 200

/** A promise: the sentence first, the line second. The line says nothing that the sentence does not. */
export function SlaLine({ state, promise, distance, past }: SlaLineProps) {
  const width = Math.round(LENGTH * Math.min(1, Math.max(0, past)))
  return (
    <div className={`sla sla--${state}`}>
      <p className="sla-words">
        <span>
          <strong>{promise}</strong>
        </span>{' '}
        <span>{distance}</span>
      </p>
      <svg
        className="sla-track"
        viewBox={`0 0 ${LENGTH} 12`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path className="rail" d={`M0 6h${LENGTH}`} />
        <rect className="past" x="0" y="4" width={width} height="4" />
        <rect className="end" x={LENGTH - 1} y="0" width="1" height="12" />
      </svg>
    </div>
  )
}
