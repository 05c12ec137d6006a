import { openFile } from '~/features/tickets/open-file.server'
import { contentDisposition } from '~/features/tickets/file-name'
import { opensInBrowser } from '~/features/tickets/file-types'
import { readTicketNumber } from '~/features/tickets/tickets.server'
import { customerLoader } from '~/http/handlers.server'
import { notFound } from '~/lib/errors'
import { readUuid } from '~/lib/uuid'

/** Nothing in a file may run, and nothing it shows is of our origin; browsers open a PDF all the same. */
const SANDBOX =
  "default-src 'none'; img-src 'self'; style-src 'none'; frame-ancestors 'none'; sandbox"

/** A file, streamed from the private bucket. Postgres decides who may read it. */
export const loader = customerLoader(async ({ context, params }) => {
  const id = readUuid(params.id)
  if (!id) throw notFound()
  const file = await openFile(context.session.supabase, readTicketNumber(params.number), id)
  const kind = opensInBrowser(file.content_type) ? 'inline' : 'attachment'
  return new Response(file.body, {
    headers: {
      'Content-Type': file.content_type.startsWith('text/')
        ? `${file.content_type}; charset=utf-8`
        : file.content_type,
      'Content-Length': String(file.size),
      'Content-Disposition': contentDisposition(kind, file.name),
      'Content-Security-Policy': SANDBOX,
      'Cache-Control': 'private, no-store',
    },
  })
})
