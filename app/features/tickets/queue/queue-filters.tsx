import { queuePath } from '~/http/desk-paths'
import { Button } from '~/ui/button'
import { SelectField, TextField } from '~/ui/field'
import { DESK_STATUS, PRIORITIES, PRIORITY_LABEL, STATUSES } from '../ticket'
import { NOBODY, type QueuePage } from './queue'
import { QUEUE_SORTS, type Filter, type QueueQuery } from './queue-query'

type Props = Pick<QueuePage, 'team' | 'categories' | 'tags'> & { query: QueueQuery }

/** The filters that most days go without. */
const SELDOM: Filter[] = ['category', 'assignee', 'tag', 'from', 'to']

const choicesOf = (words: Record<string, string>, keys: readonly string[] = Object.keys(words)) =>
  keys.map((value) => ({ value, label: words[value] ?? value }))

/** Search, filters and order of the queue. A GET form: what was found has an address. */
export function QueueFilters({ query, ...offered }: Props) {
  const select = (name: 'status' | 'priority') => ({
    id: name,
    name,
    first: 'All',
    defaultValue: query[name] ?? '',
  })
  return (
    <form
      className="filters filters--queue"
      action={queuePath}
      method="get"
      aria-label="Filter tickets"
    >
      <TextField
        id="q"
        name="q"
        label="Search"
        type="search"
        defaultValue={query.search}
        maxLength={200}
      />
      <SelectField
        {...select('status')}
        label="Status"
        choices={choicesOf(DESK_STATUS, STATUSES)}
      />
      <SelectField
        {...select('priority')}
        label="Priority"
        choices={choicesOf(PRIORITY_LABEL, PRIORITIES)}
      />
      <SelectField
        id="sort"
        name="sort"
        label="Order"
        defaultValue={query.sort}
        choices={choicesOf(QUEUE_SORTS)}
      />
      <input type="hidden" name="view" value={query.view} />
      <p className="actions">
        <Button look="quiet">Filter</Button>
      </p>
      <MoreFilters query={query} {...offered} />
    </form>
  )
}

function MoreFilters({ query, team, categories, tags }: Props) {
  return (
    <details className="more-filters" open={SELDOM.some((name) => query[name])}>
      <summary>More filters</summary>
      <div className="filters">
        <SelectField
          id="category"
          name="category"
          label="Category"
          first="All"
          defaultValue={query.category ?? ''}
          choices={categories.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
        <SelectField
          id="assignee"
          name="assignee"
          label="Assignee"
          first="Anybody"
          defaultValue={query.assignee ?? ''}
          choices={[
            { value: NOBODY, label: 'Nobody' },
            ...team.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        {tags.length > 0 ? (
          <SelectField
            id="tag"
            name="tag"
            label="Tag"
            first="All"
            defaultValue={query.tag ?? ''}
            choices={tags.map((tag) => ({ value: tag, label: tag }))}
          />
        ) : null}
        <TextField id="from" name="from" label="From" type="date" defaultValue={query.from} />
        <TextField id="to" name="to" label="To" type="date" defaultValue={query.to} />
      </div>
    </details>
  )
}
