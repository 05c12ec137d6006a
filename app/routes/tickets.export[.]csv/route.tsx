import { streamedDownload } from '~/features/tickets/download.server'
import { asCsv, readExport } from '~/features/tickets/export-tickets.server'
import { readTicketQuery } from '~/features/tickets/ticket-query'
import { customerLoader } from '~/http/handlers.server'
import { readerClock } from '~/http/reader-clock'

/** The tickets of the filter in the address, as a table. */
export const loader = customerLoader(async ({ context, viewer, url }) => {
  const { now, zone } = readerClock(context.now(), viewer)
  const query = readTicketQuery(url.searchParams)
  const pages = await readExport(context.session.supabase, query, false)
  const name = `tickets-${now.slice(0, 10)}.csv`
  return streamedDownload(asCsv(pages, zone), { name, contentType: 'text/csv; charset=utf-8' })
})
