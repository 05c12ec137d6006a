import { stringify } from 'csv-stringify/sync'
import { unwrap, type Supabase } from '~/platform/supabase.server'
import { CUSTOMER_STATUS, PRIORITY_LABEL, type Priority, type Status } from './ticket'
import type { TicketQuery } from './ticket-query'

/** A ticket as one takes it along. Times are ISO strings in UTC. */
type ExportedTicket = {
  number: number
  subject: string
  status: Status
  priority: Priority
  category: string
  with: string | null
  opened: string
  changed: string
  solved: string | null
  messages?: { at: string; author: string; text: string; files: string[] }[]
}

/**
 * The tickets of a list, page by page, newest first: never all of them at once. The first page is
 * here before the answer begins, so that a backend in trouble is still a page and no half file.
 */
export async function readExport(
  supabase: Supabase,
  { search, status, priority, category, from, to }: TicketQuery,
  withMessages: boolean,
): Promise<AsyncGenerator<ExportedTicket[]>> {
  const filter = { view: 'own', search, status, priority, category, from_date: from, to_date: to }
  const read = async (below?: number) =>
    unwrap(
      await supabase.rpc('export_tickets', { ...filter, below, with_messages: withMessages }),
    ) as unknown as ExportedTicket[]
  const first = await read()
  return (async function* () {
    for (let page = first; page.length > 0; page = await read(page.at(-1)!.number)) yield page
  })()
}

const BYTE_ORDER_MARK = '\ufeff' // else spreadsheets take UTF-8 for something older

/** As CSV. No cell is a formula: spreadsheets would run what a stranger has put into a subject. */
export async function* asCsv(
  pages: AsyncGenerator<ExportedTicket[]>,
  zone: string,
): AsyncGenerator<string> {
  const rows = (list: unknown[][]) =>
    stringify(list, { escape_formulas: true, record_delimiter: 'windows' })
  const times = ['Opened', 'Changed', 'Solved'].map((name) => `${name} (${zone})`)
  yield (
    BYTE_ORDER_MARK +
    rows([['Number', 'Subject', 'Status', 'Priority', 'Category', 'With', ...times]])
  )
  const time = wallClock(zone)
  for await (const page of pages) yield rows(page.map((ticket) => csvRow(ticket, time)))
}

function csvRow(ticket: ExportedTicket, time: (iso: string | null) => string): unknown[] {
  const { number, subject, status, priority, category, opened, changed, solved } = ticket
  const words = [CUSTOMER_STATUS[status], PRIORITY_LABEL[priority], category, ticket.with ?? '']
  return [number, subject, ...words, time(opened), time(changed), time(solved)]
}

/** `2026-03-10 09:12` in a zone: what the page shows, in a form that spreadsheets sort. */
function wallClock(zone: string): (iso: string | null) => string {
  const options = { timeZone: zone, dateStyle: 'short', timeStyle: 'short' } as const
  const format = new Intl.DateTimeFormat('sv-SE', options)
  return (iso) => (iso ? format.format(new Date(iso)) : '')
}

/** As JSON: `{ "tickets": [ … ] }`, with what was said. */
export async function* asJson(pages: AsyncGenerator<ExportedTicket[]>): AsyncGenerator<string> {
  yield '{ "tickets": ['
  let separator = '\n'
  for await (const page of pages) {
    yield separator + page.map((ticket) => JSON.stringify(ticket)).join(',\n')
    separator = ',\n'
  }
  yield '\n] }\n'
}
