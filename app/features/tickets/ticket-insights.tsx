import type { ReactNode } from 'react'
import { newTicketPath, ticketsPath } from '~/http/paths'
import { zoneNote, type ReaderClock } from '~/http/reader-clock'
import { BarChart } from '~/ui/bar-chart'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { ButtonLink } from '~/ui/button'
import { DataTable, type Column } from '~/ui/data-table'
import { Empty } from '~/ui/empty'
import { Figures } from '~/ui/figures'
import { HelpFrame } from '~/ui/help-frame'
import { LineChart } from '~/ui/line-chart'
import { duration } from './duration'
import { officeDuration, officeHoursInWords, type OfficeHours } from './office-hours'
import { monthName, type TicketFigures } from './ticket-figures'

type Props = { figures: TicketFigures; clock: ReaderClock }
type Month = TicketFigures['months'][number]
type CategoryFigures = TicketFigures['categories'][number]

const timeOrNone = (minutes: number | null, hours: OfficeHours) =>
  minutes === null ? 'None' : officeDuration(minutes, hours)
const shortMonth = ({ month }: Month) => monthName(month).split(' ')[0]!

/** One's own tickets as pictures, each with its table: how many, about what, how long they took. */
export function TicketInsights({ figures, clock }: Props) {
  return (
    <HelpFrame current="tickets" zoneNote={zoneNote(clock)}>
      <Breadcrumbs trail={[{ to: ticketsPath, label: 'Your tickets' }]} />
      <h1 className="page-title">Your history in figures</h1>
      {figures.total === 0 ? (
        <Empty title="No tickets yet">
          <p>
            Once you have written to us, you see here how often, about what, and how long it took.
          </p>
          <p>
            <ButtonLink to={newTicketPath}>Open a ticket</ButtonLink>
          </p>
        </Empty>
      ) : (
        <Charts figures={figures} />
      )}
    </HelpFrame>
  )
}

function Charts({ figures }: Pick<Props, 'figures'>) {
  const { total, done, response, resolution, office, hours, months, categories } = figures
  const lastYear = months.reduce((sum, { opened }) => sum + opened, 0)
  return (
    <>
      <Figures
        figures={[
          { name: 'Tickets', value: String(total), note: `${done} of them done` },
          {
            name: 'Our first reply',
            value: timeOrNone(office.response, hours),
            note: onTheWall(response),
          },
          {
            name: 'Until solved',
            value: timeOrNone(office.resolution, hours),
            note: onTheWall(resolution),
          },
        ]}
      />
      <p className="small muted">
        Times are medians: half of the tickets took less. They count our office hours only,{' '}
        {officeHoursInWords(hours)}.
      </p>
      <div className="charts">
        <Chart
          title="Tickets by month"
          finding={`You opened ${lastYear} in the last twelve months.`}
          picture={
            <BarChart
              name="Bars by month: tickets that you opened. The table has every figure."
              bars={months.map((month) => ({ label: shortMonth(month), value: month.opened }))}
            />
          }
          table={monthTable('Tickets by month', [openedColumn])}
          rows={months}
        />
        <Chart
          title="Time until our first reply"
          finding="The median of the tickets opened in each month, in office hours."
          picture={timeChart('first reply', figures, ({ response }) => response)}
          table={monthTable('Time until our first reply', [
            timeColumn('response', 'First reply', hours),
          ])}
          rows={months}
        />
        <Chart
          title="Time until the ticket was solved"
          finding="From opening to the solution that stood: the median of each month, in office hours."
          picture={timeChart('solution', figures, ({ resolution }) => resolution)}
          table={monthTable('Time until the ticket was solved', [
            timeColumn('resolution', 'Solved after', hours),
          ])}
          rows={months}
        />
        <Chart
          title="Tickets by category"
          finding={`Most were about “${categories[0]?.name}”.`}
          picture={
            <BarChart
              name="Bars by category: tickets that you opened. The table has every figure."
              bars={categories.map(({ name, opened }) => ({ label: name, value: opened }))}
            />
          }
          table={(rows: CategoryFigures[]) => (
            <DataTable
              caption="Tickets by category"
              rows={rows}
              rowKey={({ name }) => name}
              columns={categoryColumns(hours)}
            />
          )}
          rows={categories}
        />
      </div>
    </>
  )
}

const onTheWall = (minutes: number | null) =>
  minutes === null ? undefined : `${duration(minutes)} by the clock on the wall`

type ChartProps<Row> = {
  title: string
  finding: string
  picture: ReactNode
  table: (rows: Row[]) => ReactNode
  rows: Row[]
}

function Chart<Row>({ title, finding, picture, table, rows }: ChartProps<Row>) {
  return (
    <figure className="chart-figure">
      <figcaption>{title}</figcaption>
      <p className="finding">{finding}</p>
      {picture}
      {table(rows)}
    </figure>
  )
}

function timeChart(
  what: string,
  { months, hours }: Pick<TicketFigures, 'months' | 'hours'>,
  value: (month: Month) => number | null,
) {
  return (
    <LineChart
      name={`Line by month: time until the ${what}. The table has every figure.`}
      points={months.map((month) => ({ label: shortMonth(month), value: value(month) }))}
      format={(minutes) => officeDuration(minutes, hours)}
    />
  )
}

const openedColumn: Column<Month> = {
  key: 'opened',
  label: 'Opened',
  numeric: true,
  cell: ({ opened }) => opened,
}

function timeColumn<Row extends Month | CategoryFigures>(
  key: 'response' | 'resolution',
  label: string,
  hours: OfficeHours,
): Column<Row> {
  return { key, label, numeric: true, cell: (row) => timeOrNone(row[key], hours) }
}

const categoryColumns = (hours: OfficeHours): Column<CategoryFigures>[] => [
  { key: 'name', label: 'Category', cell: ({ name }) => name },
  { key: 'opened', label: 'Opened', numeric: true, cell: ({ opened }) => opened },
  timeColumn('response', 'First reply', hours),
  timeColumn('resolution', 'Solved after', hours),
]

function monthTable(caption: string, columns: Column<Month>[]) {
  const month: Column<Month> = { key: 'month', label: 'Month', cell: (row) => monthName(row.month) }
  return (rows: Month[]) => (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={(row) => row.month}
      columns={[month, ...columns]}
    />
  )
}
