import type { ReactNode } from 'react'
import { Icon } from './icon'

export type ProgressStep = { label: string; state: 'done' | 'now' | 'ahead'; note?: ReactNode }

/** The columns of a way: what is done, where it stands, what is ahead. */
export function Progress({ name, steps }: { name: string; steps: ProgressStep[] }) {
  return (
    <ol className="progress" aria-label={name}>
      {steps.map(({ label, state, note }) => (
        <li
          key={label}
          className={state === 'done' ? 'done' : undefined}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          {state === 'done' ? <Icon name="check" className="tick-mark" /> : null}
          {state === 'ahead' ? null : (
            <span className="hidden-text">{state === 'done' ? 'Done: ' : 'Now: '}</span>
          )}
          {label} {note ? <small>{note}</small> : null}
        </li>
      ))}
    </ol>
  )
}
