import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

export type Tone = 'good' | 'info' | 'warn' | 'bad'

const ICON: Record<Tone, IconName> = { good: 'check', info: 'info', warn: 'alert', bad: 'alert' }

/** A message to the reader. A status for news; an alert only for what went wrong. */
export function Flash({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <div className={`flash flash--${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={ICON[tone]} />
      <div>
        <p>{children}</p>
      </div>
    </div>
  )
}
