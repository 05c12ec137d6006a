import { randomUUID } from 'node:crypto'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { getSurroundings } from '~/features/tickets/desk/desk.server'
import { ChooseMergeTarget, ConfirmMerge } from '~/features/tickets/desk/merge-page'
import { mergeSchema } from '~/features/tickets/desk/merge.schema'
import { mergeTickets } from '~/features/tickets/desk/merge.server'
import { findTicketPage, getTicketPage, readTicketNumber } from '~/features/tickets/tickets.server'
import { readForm } from '~/forms/read-form.server'
import { parseSubmission, unprocessable } from '~/forms/submission.server'
import { staffAction, staffLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { deskTicketPath } from '~/http/desk-paths'
import { readerClock } from '~/http/reader-clock'
import { seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app', frame: 'desk' }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data ? `Merge ticket ${data.ticket.number}` : 'Page not found', 'Desk')

export const loader = staffLoader(async ({ context, viewer, params, url }) => {
  const { supabase } = context.session
  const number = readTicketNumber(params.number)
  const typed = url.searchParams.get('into')?.trim() ?? ''
  const asked = /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : null
  const [from, into, desk] = await Promise.all([
    getTicketPage(supabase, number),
    asked ? findTicketPage(supabase, asked) : null,
    getSurroundings(supabase, number),
  ])
  const others = desk.requester.tickets.filter(({ status }) => status !== 'closed')
  const error =
    typed === ''
      ? null
      : !into
        ? 'Enter the number of a ticket'
        : asked === number
          ? 'Enter the number of another ticket'
          : null
  return {
    ...from,
    into: error === null ? into : null,
    ids: { messageId: randomUUID(), intoMessageId: randomUUID() },
    clock: readerClock(context.now(), viewer),
    ...{ typed, error, others },
  }
})

export const action = staffAction(async ({ request, context, params, url }) => {
  const number = readTicketNumber(params.number)
  const into = readTicketNumber(url.searchParams.get('into') ?? '')
  const submission = parseSubmission(await readForm(request), mergeSchema)
  if (submission.status !== 'success') return unprocessable(context, submission)
  await mergeTickets(context.session.supabase, number, { into, ...submission.value })
  return seeOtherWith(context, deskTicketPath(into), `Ticket ${number} goes on here.`)
})

export default function MergePage() {
  const { into, typed, error, others, ids, clock, ...from } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  if (!into) return <ChooseMergeTarget ticket={from.ticket} {...{ others, typed, error }} />
  return <ConfirmMerge {...{ from, into, ids, clock, result }} />
}
