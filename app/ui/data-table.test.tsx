import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { DataTable, type Column } from './data-table'

type Row = { number: number; size: string }

const columns: Column<Row>[] = [
  { key: 'number', label: 'Ticket', cell: ({ number }) => number, sortLink: '?sort=number' },
  {
    key: 'size',
    label: 'Size',
    cell: ({ size }) => size,
    numeric: true,
    sortLink: '?sort=-size',
    sorted: 'ascending',
  },
]

const table = renderToStaticMarkup(
  <DataTable
    caption="2 tickets, smallest first"
    columns={columns}
    rows={[
      { number: 7, size: '1 kB' },
      { number: 8, size: '2 kB' },
    ]}
    rowKey={({ number }) => number}
    rowClass={({ number }) => (number === 8 ? 'unread' : undefined)}
  />,
)

test('the roles stand there in full, because cards on a narrow screen lose them', () => {
  expect(table.match(/ role="row"/g)).toHaveLength(3)
  expect(table.match(/ role="columnheader"/g)).toHaveLength(2)
  expect(table.match(/ role="rowheader"/g)).toHaveLength(2)
  expect(table.match(/ role="cell"/g)).toHaveLength(2)
  expect(table.match(/ role="(table|rowgroup)"/g)).toHaveLength(3)
})

test('the first column names its row', () => {
  expect(table).toContain('<th scope="row" role="rowheader">7</th>')
})

test('a cell carries the head of its column for the cards', () => {
  expect(table).toContain('<td role="cell" data-label="Size" class="numeric">1 kB</td>')
})

test('the one sorted column says its direction; its arrow is for the eye alone', () => {
  expect(table.match(/aria-sort=/g)).toHaveLength(1)
  expect(table).toContain(
    'aria-sort="ascending"><a href="?sort=-size">Size <span aria-hidden="true">↑</span></a>',
  )
  expect(table).toContain('<a href="?sort=number">Ticket</a>')
})

test('a row may stand out, and the table says what it shows', () => {
  expect(table.match(/class="unread"/g)).toHaveLength(1)
  expect(table).toContain('<caption>2 tickets, smallest first</caption>')
})
