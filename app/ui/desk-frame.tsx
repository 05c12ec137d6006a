import type { ReactNode } from 'react'
import { BrandMark } from './icon'
import { Link } from './link'

export type DeskPlace = 'queue'

const PLACES: { place: DeskPlace; to: string; label: string }[] = [
  { place: 'queue', to: '/admin/tickets', label: 'Queue' },
]

type Props = { current?: DeskPlace; personName: string; zoneNote?: string; children: ReactNode }

/** The page around everything staff see: dark on top, so that they always know which side they are on. */
export function DeskFrame({
  current,
  personName,
  zoneNote = 'Times are Berlin time.',
  children,
}: Props) {
  return (
    <>
      <a className="skip-link" href="#main">
        Skip to the content
      </a>
      <header className="page-header">
        <div className="frame">
          <Link className="brand" to="/admin/tickets">
            <BrandMark />
            <span>Portico</span> <span className="brand-place">Desk</span>
          </Link>
          <nav className="site-nav" aria-label="Main">
            <ul>
              {PLACES.map(({ place, to, label }) => (
                <li key={place}>
                  <Link to={to} aria-current={place === current ? 'page' : undefined}>
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <p className="person">
            <Link to="/account">
              {personName}
              <span className="hidden-text">, your account</span>
            </Link>
          </p>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <div className="frame">{children}</div>
      </main>
      <footer className="page-footer">
        <div className="frame">
          <ul>
            <li>
              <Link to="/">Help centre</Link>
            </li>
          </ul>
          <p className="small muted">{zoneNote}</p>
        </div>
      </footer>
    </>
  )
}
