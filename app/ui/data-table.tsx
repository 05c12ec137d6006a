import type { ReactNode } from 'react'
import { Link } from './link'

export type Column<Row> = {
  key: string
  label: string
  /** The cell; the first column's is the row's name. */
  cell: (row: Row) => ReactNode
  numeric?: boolean
  /** Where a click on the head leads: the same list, sorted by this. */
  sortLink?: string
  sorted?: 'ascending' | 'descending'
}

type Props<Row> = {
  caption: ReactNode
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string | number
  rowClass?: (row: Row) => string | undefined
  /** A first cell to tick the row with, and what stands over it. */
  pick?: { head: ReactNode; cell: (row: Row) => ReactNode }
}

/**
 * A table that turns into cards on a narrow screen; one of two columns fits as it is. The roles stand
 * there in full, because a browser forgets them when `display` changes.
 */
export function DataTable<Row>({ caption, columns, rows, rowKey, rowClass, pick }: Props<Row>) {
  const fits = columns.length <= 2 && !pick
  return (
    <table className={fits ? 'table' : 'table table--cards'} role="table">
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {pick ? (
            <th scope="col" role="columnheader" className="pick">
              {pick.head}
            </th>
          ) : null}
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              role="columnheader"
              className={column.numeric ? 'numeric' : undefined}
              aria-sort={column.sorted}
            >
              {column.sortLink ? <Link to={column.sortLink}>{head(column)}</Link> : column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row" className={rowClass?.(row)}>
            {pick ? (
              <td role="cell" className="pick">
                {pick.cell(row)}
              </td>
            ) : null}
            {columns.map((column, index) => cell(column, row, index === 0))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function head<Row>({ label, sorted }: Column<Row>) {
  if (!sorted) return label
  return (
    <>
      {label} <span aria-hidden="true">{sorted === 'ascending' ? '↑' : '↓'}</span>
    </>
  )
}

function cell<Row>({ key, label, cell: content, numeric }: Column<Row>, row: Row, isName: boolean) {
  if (isName) {
    return (
      <th key={key} scope="row" role="rowheader">
        {content(row)}
      </th>
    )
  }
  return (
    <td key={key} role="cell" data-label={label} className={numeric ? 'numeric' : undefined}>
      {content(row)}
    </td>
  )
}
