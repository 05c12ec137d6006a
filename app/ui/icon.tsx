import type { ReactNode } from 'react'

const stroke = { fill: 'none', stroke: 'currentColor' } as const
const tick = <path d="M2 8.6 6.2 13 14 3.6" {...stroke} strokeWidth="2.8" />
const ring = <circle cx="8" cy="8" r="6" {...stroke} strokeWidth="2" />

const SHAPES = {
  alert: <path fillRule="evenodd" d="M8 1 16 15H0zM7.1 6h1.8v4.6H7.1zm0 5.6h1.8v1.8H7.1z" />,
  check: tick,
  clip: (
    <path
      d="M12.5 7 7.6 12a2.6 2.6 0 0 1-3.8-3.7l5.6-5.7a1.8 1.8 0 0 1 2.6 2.5L6.7 10.3"
      {...stroke}
      strokeWidth="1.5"
    />
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="6.5" {...stroke} strokeWidth="1.6" />
      <path d="M8 4v4.4l3 1.7" {...stroke} strokeWidth="1.6" />
    </>
  ),
  close: <path d="M3 3 13 13M13 3 3 13" {...stroke} strokeWidth="2" />,
  dot: <circle cx="8" cy="8" r="5" />,
  info: <path fillRule="evenodd" d="M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0zM7 3h2v2H7zm0 3.4h2V13H7z" />,
  lock: <path fillRule="evenodd" d="M4 7V4.5a4 4 0 0 1 8 0V7h1v8H3V7zm2 0h4V4.5a2 2 0 0 0-4 0z" />,
  pause: <path d="M3 2h3.6v12H3zM9.4 2H13v12H9.4z" />,
  'status-new': ring,
  'status-open': (
    <>
      {ring}
      <path d="M8 2a6 6 0 0 1 0 12z" />
    </>
  ),
  'status-pending': <path d="M8 .8 15.2 8 8 15.2.8 8z" />,
  'status-on_hold': <path d="M3 2h3.6v12H3zM9.4 2H13v12H9.4z" />,
  'status-solved': tick,
  'status-closed': <path d="M2 2h12v12H2z" />,
  'priority-low': bars(1),
  'priority-normal': bars(2),
  'priority-high': bars(3),
  'priority-urgent': bars(4),
} satisfies Record<string, ReactNode>

function bars(filled: number): ReactNode {
  const all = ['M1 11h3v4H1z', 'M5 8h3v7H5z', 'M9 5h3v10H9z', 'M13 1h3v14h-3z']
  const faint = all.slice(filled).join('')
  return (
    <>
      <path d={all.slice(0, filled).join('')} />
      {faint ? <path opacity=".28" d={faint} /> : null}
    </>
  )
}

export type IconName = keyof typeof SHAPES

/**
 * A shape beside a word; never the only carrier of a meaning, so screen readers pass it over. Drawn in
 * place rather than from a sprite: a page then needs no list of the shapes it uses, and compression
 * makes the repeated ones cheap.
 */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg
      className={className ? `icon ${className}` : 'icon'}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      {SHAPES[name]}
    </svg>
  )
}

/** The portico itself. */
export function BrandMark() {
  return (
    <svg className="icon" viewBox="0 0 26 22" aria-hidden="true">
      <path d="M1 0h24v4H1zM3 6h3v14H3zM8.5 6h3v14h-3zM20 6h3v14h-3zM0 20h26v2H0z" />
    </svg>
  )
}
