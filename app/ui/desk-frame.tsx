import type { ReactNode } from 'react'
import { BrandMark } from './icon'
import { Link } from './link'

type Place = { to: string; label: string; adminOnly?: boolean }

/** The rooms of the desk, in the order of the menu. */
const PLACES: Place[] = [
  { to: '/admin/tickets', label: 'Queue' },
  { to: '/admin/customers', label: 'Customers' },
  { to: '/admin/macros', label: 'Macros' },
  { to: '/admin/team', label: 'Team', adminOnly: true },
  { to: '/admin/categories', label: 'Categories', adminOnly: true },
  { to: '/admin/audit', label: 'Changes', adminOnly: true },
  { to: '/admin/security', label: 'Security', adminOnly: true },
]

type Props = {
  /** Where the person is: the place that it lies in is marked in the menu. */
  pathname: string
  personName: string
  isAdmin?: boolean
  zoneNote?: string
  children: ReactNode
}

const isInside = (place: Place, pathname: string) => `${pathname}/`.startsWith(`${place.to}/`)

/** The page around everything staff see: dark on top, so that they always know which side they are on. */
export function DeskFrame({ zoneNote = 'Times are Berlin time.', children, ...who }: Props) {
  return (
    <>
      <a className="skip-link" href="#main">
        Skip to the content
      </a>
      <DeskHeader {...who} />
      <main id="main" tabIndex={-1}>
        <div className="frame">{children}</div>
      </main>
      <footer className="page-footer">
        <div className="frame">
          <ul>
            <li>
              <Link to="/">Help centre</Link>
            </li>
            <li>
              <Link to="/admin/shortcuts">Keyboard shortcuts</Link>
            </li>
          </ul>
          <p className="small muted">{zoneNote}</p>
        </div>
      </footer>
    </>
  )
}

function DeskHeader({ pathname, personName, isAdmin = false }: Omit<Props, 'children'>) {
  const places = PLACES.filter(({ adminOnly }) => isAdmin || !adminOnly)
  return (
    <header className="page-header">
      <div className="frame">
        <Link className="brand" to="/admin/tickets">
          <BrandMark />
          <span>Portico</span> <span className="brand-place">Desk</span>
        </Link>
        <nav className="site-nav" aria-label="Main">
          <ul>
            {places.map((place) => (
              <li key={place.to}>
                <Link to={place.to} aria-current={isInside(place, pathname) ? 'page' : undefined}>
                  {place.label}
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
  )
}
