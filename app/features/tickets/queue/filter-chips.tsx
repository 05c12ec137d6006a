import { queuePath } from '~/http/desk-paths'
import { Icon } from '~/ui/icon'
import { Link } from '~/ui/link'
import { formatDay } from '~/ui/format-time'
import { DESK_STATUS, PRIORITY_LABEL, type Priority, type Status } from '../ticket'
import { NOBODY, type QueuePage } from './queue'
import {
  filtersOf,
  queueQueryString,
  withoutFilters,
  type Filter,
  type QueueQuery,
} from './queue-query'

type Props = Pick<QueuePage, 'team' | 'categories'> & { query: QueueQuery }

/** What narrows the list down, each with a link that takes it away. */
export function FilterChips({ query, ...known }: Props) {
  const filters = filtersOf(query)
  if (filters.length === 0) return null
  return (
    <ul className="chips" aria-label="Filters in use">
      {filters.map((name) => (
        <li key={name}>
          <Link to={queuePath + queueQueryString(query, { [name]: undefined })}>
            <span className="hidden-text">Remove the filter </span>
            <bdi>{CHIP_TEXT[name](query[name] ?? '', known)}</bdi> <Icon name="close" />
          </Link>
        </li>
      ))}
      {filters.length > 1 ? (
        <li>
          <Link to={queuePath + queueQueryString(withoutFilters(query))}>Remove all</Link>
        </li>
      ) : null}
    </ul>
  )
}

type Known = Omit<Props, 'query'>

const CHIP_TEXT: Record<Filter, (value: string, known: Known) => string> = {
  search: (value) => `“${value}”`,
  status: (value) => DESK_STATUS[value as Status],
  priority: (value) => `${PRIORITY_LABEL[value as Priority]} priority`,
  category: (value, { categories }) => categories.find(({ slug }) => slug === value)?.name ?? value,
  assignee: (value, { team }) =>
    value === NOBODY
      ? 'Not assigned'
      : `Assigned to ${team.find(({ id }) => id === value)?.name ?? 'somebody unknown'}`,
  tag: (value) => `Tag: ${value}`,
  from: (value) => `From ${formatDay(value, 'UTC')}`,
  to: (value) => `To ${formatDay(value, 'UTC')}`,
}
