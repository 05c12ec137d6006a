import type { ReactNode } from 'react'
import { BrandMark } from './icon'
import { Link } from './link'

export type HelpPlace = 'kb' | 'faq' | 'tutorials' | 'tickets' | 'account'

const PLACES: { place: HelpPlace; to: string; label: string; apart?: boolean }[] = [
  { place: 'kb', to: '/kb', label: 'Articles' },
  { place: 'faq', to: '/faq', label: 'Quick answers' },
  { place: 'tutorials', to: '/tutorials', label: 'Tutorials' },
  { place: 'tickets', to: '/tickets', label: 'Your tickets', apart: true },
  { place: 'account', to: '/account', label: 'Account' },
]

const FOOTER = [
  { to: '/kb', label: 'Articles' },
  { to: '/faq', label: 'Quick answers' },
  { to: '/tutorials', label: 'Tutorials' },
]

type Props = {
  /** Where the person stands in the menu; none on home, search and error pages. */
  current?: HelpPlace
  /** A sentence on the zone of the times on this page; the portal's own when left out. */
  zoneNote?: string
  children: ReactNode
}

/** The page around everything customers see. It carries no name: still pages are the same for all. */
export function HelpFrame({ current, zoneNote = 'Times are Berlin time.', children }: Props) {
  return (
    <>
      <a className="skip-link" href="#main">
        Skip to the content
      </a>
      <header className="page-header">
        <div className="frame">
          <Link className="brand" to="/">
            <BrandMark />
            <span>Portico</span> <span className="brand-place">Help</span>
          </Link>
          <nav className="site-nav" aria-label="Main">
            <ul>
              {PLACES.map(({ place, to, label, apart }) => (
                <li key={place} className={apart ? 'apart' : undefined}>
                  <Link to={to} aria-current={place === current ? 'page' : undefined}>
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <div className="frame">{children}</div>
      </main>
      <footer className="page-footer">
        <div className="frame">
          <div className="footer-help">
            <strong>Contact us</strong>
            <p className="muted">People answer Monday to Friday, 9:00 to 17:30, Berlin time.</p>
            <ul>
              <li>
                <Link to="/tickets/new">Open a ticket</Link>
              </li>
            </ul>
          </div>
          <div>
            <ul>
              {FOOTER.map(({ to, label }) => (
                <li key={to}>
                  <Link to={to}>{label}</Link>
                </li>
              ))}
            </ul>
            <p className="small muted">{zoneNote}</p>
          </div>
        </div>
      </footer>
    </>
  )
}
