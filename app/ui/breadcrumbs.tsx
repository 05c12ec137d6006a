import { Link } from './link'

/** The way back up. The page itself is not in it: its title stands below. */
export function Breadcrumbs({ trail }: { trail: { to: string; label: string }[] }) {
  return (
    <nav className="breadcrumbs" aria-label="Breadcrumbs">
      <ol>
        {trail.map(({ to, label }) => (
          <li key={to}>
            <Link to={to}>
              <bdi>{label}</bdi>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
