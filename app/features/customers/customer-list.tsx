import { customerPath, customersPath } from '~/http/desk-paths'
import type { ReaderClock } from '~/http/reader-clock'
import { Button } from '~/ui/button'
import { DataTable, type Column } from '~/ui/data-table'
import { Empty } from '~/ui/empty'
import { TextField } from '~/ui/field'
import { Link } from '~/ui/link'
import { Pagination } from '~/ui/pagination'
import { Time } from '~/ui/time'
import { phoneWords, type CustomerLine, type CustomerList } from './customer'
import { CUSTOMERS_PAGE_SIZE, customerQueryString, type CustomerQuery } from './customer-query'

type Props = CustomerList & { query: CustomerQuery; clock: ReaderClock }

/** The customers by name, for staff who look for one. */
export function CustomerListPage({ total, customers, query, clock }: Props) {
  return (
    <>
      <h1 className="page-title">Customers</h1>
      <form
        className="filters filters--one"
        action={customersPath}
        method="get"
        role="search"
        aria-label="Find customers"
      >
        <TextField
          id="q"
          name="q"
          label="Search"
          hint="A name, an email address, a phone number or the number of a ticket."
          type="search"
          defaultValue={query.search}
          maxLength={200}
        />
        <p className="actions">
          <Button look="quiet">Search</Button>
        </p>
      </form>
      {customers.length === 0 ? (
        <Empty title="Nobody found">
          <p>
            Search for fewer letters, or <Link to={customersPath}>show all customers</Link>. Members
            of the team are on the page of the team.
          </p>
        </Empty>
      ) : (
        <DataTable
          caption={`${total} ${total === 1 ? 'customer' : 'customers'}, by name`}
          columns={columns(clock)}
          rows={customers}
          rowKey={({ id }) => id}
        />
      )}
      <Pagination
        name="Pages of customers"
        page={query.page}
        pageSize={CUSTOMERS_PAGE_SIZE}
        total={total}
        linkTo={(page) => customersPath + customerQueryString(query, page)}
      />
    </>
  )
}

function columns(clock: ReaderClock): Column<CustomerLine>[] {
  return [
    { key: 'name', label: 'Customer', cell: (customer) => <Name {...customer} /> },
    {
      key: 'phone',
      label: 'Phone',
      cell: ({ phone }) => (phone ? phoneWords(phone) : 'None'),
    },
    { key: 'open', label: 'Open tickets', numeric: true, cell: ({ open_tickets }) => open_tickets },
    { key: 'all', label: 'All tickets', numeric: true, cell: ({ tickets }) => tickets },
    {
      key: 'since',
      label: 'Since',
      cell: ({ created_at }) => <Time at={created_at} {...clock} />,
    },
    {
      key: 'seen',
      label: 'Last seen',
      cell: ({ last_seen_at }) =>
        last_seen_at ? <Time at={last_seen_at} {...clock} /> : 'Never signed in',
    },
  ]
}

function Name({ id, name, email, suspended, deleted }: CustomerLine) {
  const state = suspended ? 'Suspended' : deleted ? 'Has left' : ''
  return (
    <>
      <Link className="subject" to={customerPath(id)}>
        <bdi>{name}</bdi>
      </Link>{' '}
      <span className="subline">{[email, state].filter(Boolean).join(', ')}</span>
    </>
  )
}
