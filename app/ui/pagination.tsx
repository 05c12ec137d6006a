import { Link } from './link'

type Props = {
  /** What the pages are of, for the menu's name: "Pages of tickets". */
  name: string
  page: number
  pageSize: number
  total: number
  linkTo: (page: number) => string
}

/** The page numbers to show: the first, the last, and those around the current one. */
export function pagesAround(page: number, last: number): number[] {
  const wanted = [1, page - 1, page, page + 1, last]
  return [...new Set(wanted)]
    .filter((number) => number >= 1 && number <= last)
    .sort((a, b) => a - b)
}

/** Where one stands in a long list, and the way on. Nothing when all of it is on one page. */
export function Pagination({ name, page, pageSize, total, linkTo }: Props) {
  const last = Math.max(1, Math.ceil(total / pageSize))
  if (last === 1) return null
  const from = (page - 1) * pageSize + 1
  return (
    <nav className="pagination" aria-label={name}>
      <p>
        {page > last
          ? `0 of ${total}`
          : `${from} to ${Math.min(page * pageSize, total)} of ${total}`}
      </p>
      <ul>
        {page > 1 ? (
          <li>
            <Link to={linkTo(Math.min(page - 1, last))} rel="prev">
              Back
            </Link>
          </li>
        ) : null}
        {pagesAround(page, last).map((number) => (
          <li key={number}>
            <Link to={linkTo(number)} aria-current={number === page ? 'page' : undefined}>
              <span className="hidden-text">Page </span>
              {number}
            </Link>
          </li>
        ))}
        {page < last ? (
          <li>
            <Link to={linkTo(page + 1)} rel="next">
              Next
            </Link>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}
