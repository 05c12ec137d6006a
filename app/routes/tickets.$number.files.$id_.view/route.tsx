import { redirect, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openFile } from '~/features/tickets/open-file.server'
import { FilePage } from '~/features/tickets/file-page'
import { viewKind } from '~/features/tickets/file-types'
import { readBeginning } from '~/features/tickets/read-text.server'
import { readTicketNumber } from '~/features/tickets/tickets.server'
import { customerLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { ticketFilePath } from '~/http/paths'
import type { Handle } from '~/http/tier'
import { notFound } from '~/lib/errors'
import { readUuid } from '~/lib/uuid'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.name ?? 'Page not found')

export const loader = customerLoader(async ({ context, params }) => {
  const id = readUuid(params.id)
  if (!id) throw notFound()
  const number = readTicketNumber(params.number)
  const { body, name, size, content_type } = await openFile(context.session.supabase, number, id)
  const kind = viewKind(content_type)
  const file = { number, id, name, size, kind }
  if (kind === 'text') return { ...file, beginning: await readBeginning(body) }
  await body.cancel()
  if (kind) return { ...file, beginning: null }
  throw redirect(ticketFilePath(number, id)) // nothing to look at: a download
})

export default function FileViewPage() {
  return <FilePage {...useLoaderData<typeof loader>()} />
}
