import { Readable } from 'node:stream'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { openFile } from '~/features/tickets/open-file.server'
import { isSafeImage } from '~/features/tickets/file-types'
import { makeThumbnail } from '~/features/tickets/thumbnail.server'
import { readTicketNumber } from '~/features/tickets/tickets.server'
import { customerLoader } from '~/http/handlers.server'
import { notFound } from '~/lib/errors'
import { readUuid } from '~/lib/uuid'

/** A small picture of a picture, for the thread. A file never changes, so its reader may keep it. */
export const loader = customerLoader(async ({ context, params }) => {
  const id = readUuid(params.id)
  if (!id) throw notFound()
  const file = await openFile(context.session.supabase, readTicketNumber(params.number), id)
  if (!isSafeImage(file.content_type)) {
    await file.body.cancel()
    throw notFound()
  }
  const bytes = Readable.fromWeb(file.body as NodeReadableStream<Uint8Array>)
  return new Response(await makeThumbnail(bytes), {
    headers: { 'Content-Type': 'image/webp', 'Cache-Control': 'private, max-age=86400, immutable' },
  })
})
