import type { ReactNode } from 'react'
import { BrandMark } from './icon'
import { Link } from './link'

type MenuItem = {
  to: string
  label: string
  isCurrent: boolean
  /** Stands apart from the items before it. */
  apart?: boolean
}

type Props = {
  /** Which side of the portal this is, beside its name, and where that leads. */
  brand: { to: string; place: string }
  menu: MenuItem[]
  /** Behind the menu: whose page it is, where it is somebody's. */
  person?: ReactNode
  footer: ReactNode
  children: ReactNode
}

/** What every page has around it: the way past the menu, the menu, the content, the footer. */
export function PageFrame({ brand, menu, person, footer, children }: Props) {
  return (
    <>
      <a className="skip-link" href="#main">
        Skip to the content
      </a>
      <header className="page-header">
        <div className="frame">
          <Link className="brand" to={brand.to}>
            <BrandMark />
            <span>Portico</span> <span className="brand-place">{brand.place}</span>
          </Link>
          <nav className="site-nav" aria-label="Main">
            <ul>
              {menu.map(({ to, label, isCurrent, apart }) => (
                <li key={to} className={apart ? 'apart' : undefined}>
                  <Link to={to} aria-current={isCurrent ? 'page' : undefined}>
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          {person}
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <div className="frame">{children}</div>
      </main>
      <footer className="page-footer">
        <div className="frame">{footer}</div>
      </footer>
    </>
  )
}

/** The zone of the times on a page. */
export function ZoneNote({ children = 'Times are Berlin time.' }: { children?: string }) {
  return <p className="small muted">{children}</p>
}
