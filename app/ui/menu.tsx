import { Link } from './link'

type MenuItem = {
  to: string
  label: string
  /** How many things are there. */
  count?: number | string
}

type Props = {
  /** What the menu is of, for its name: "Views", "Kinds of results". */
  name: string
  items: MenuItem[]
  /** The `to` of the place where the person is. */
  current?: string
}

/** Parts of one page or kinds of one list, side by side. */
export function Tabs(props: Props) {
  return (
    <nav className="tabs" aria-label={props.name}>
      <ul>
        <Items {...props} />
      </ul>
    </nav>
  )
}

/** The views of a list or the pages of one subject, beside what they show. */
export function Views(props: Props) {
  return (
    <nav aria-label={props.name}>
      <ul className="views">
        <Items {...props} />
      </ul>
    </nav>
  )
}

function Items({ items, current }: Props) {
  return items.map(({ to, label, count }) => (
    <li key={to}>
      <Link to={to} aria-current={to === current ? 'page' : undefined}>
        {label}
        {count === undefined ? null : (
          <>
            {' '}
            <span className="count">{count}</span>
          </>
        )}
      </Link>
    </li>
  ))
}
