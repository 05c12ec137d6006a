import { streamedDownload } from '~/features/tickets/download.server'
import { asJson, readExport } from '~/features/tickets/export-tickets.server'
import { readTicketQuery } from '~/features/tickets/ticket-query'
import { customerLoader } from '~/http/handlers.server'

/** The tickets of the filter in the address, with what was said on them. */
export const loader = customerLoader(async ({ context, url }) => {
  const query = readTicketQuery(url.searchParams)
  const pages = await readExport(context.session.supabase, query, true)
  const name = `tickets-${context.now().toISOString().slice(0, 10)}.json`
  return streamedDownload(asJson(pages), { name, contentType: 'application/json' })
})
