import { Button } from '~/ui/button'
import { SelectField, TextField } from '~/ui/field'
import { PRIORITIES, PRIORITY_LABEL, STATUSES, type Category, type Status } from './ticket'
import type { TicketQuery } from './ticket-query'

type Props = {
  action: string
  query: TicketQuery
  categories: Category[]
  statusWords: Record<Status, string>
}

/** Search and filters of a list of tickets. A GET form: what was found has an address. */
export function TicketFilters({ action, query, categories, statusWords }: Props) {
  const statuses = STATUSES.map((value) => ({ value, label: statusWords[value] }))
  const priorities = PRIORITIES.map((value) => ({ value, label: PRIORITY_LABEL[value] }))
  const slugs = categories.map(({ slug, name }) => ({ value: slug, label: name }))
  const select = (name: 'status' | 'priority' | 'category') => ({
    id: name,
    name,
    first: 'All',
    defaultValue: query[name] ?? '',
  })
  return (
    <form className="filters" action={action} method="get" aria-label="Filter tickets">
      <TextField
        id="q"
        name="q"
        label="Search"
        type="search"
        defaultValue={query.search}
        maxLength={200}
      />
      <SelectField {...select('status')} label="Status" choices={statuses} />
      <SelectField {...select('priority')} label="Priority" choices={priorities} />
      <SelectField {...select('category')} label="Category" choices={slugs} />
      <TextField id="from" name="from" label="From" type="date" defaultValue={query.from} />
      <TextField id="to" name="to" label="To" type="date" defaultValue={query.to} />
      {query.sort ? <input type="hidden" name="sort" value={query.sort} /> : null}
      <p className="actions">
        <Button look="quiet">Filter</Button>
      </p>
    </form>
  )
}
