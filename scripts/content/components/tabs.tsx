import { Children, isValidElement, type ReactNode } from 'react'

type TabProps = { label: string; id: string; children?: ReactNode }

/** One of several ways. Its heading was put among its children when the document was compiled. */
export function Tab({ id, children }: TabProps) {
  return (
    <section className="tab-section" aria-labelledby={id}>
      {children}
    </section>
  )
}

/** Sections with links to each: every one is on the page, so they print and need no script. */
export function Tabs({ label, children }: { label: string; children?: ReactNode }) {
  const tabs = Children.toArray(children).flatMap((child) =>
    isValidElement<TabProps>(child) ? [child.props] : [],
  )
  return (
    <div className="tab-set">
      <nav className="tabs" aria-label={label}>
        <ul className="tab-list">
          {tabs.map((tab) => (
            <li key={tab.id}>
              <a href={`#${tab.id}`}>{tab.label}</a>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </div>
  )
}
