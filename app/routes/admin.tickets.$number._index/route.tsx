import { randomUUID } from 'node:crypto'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { openContent } from '~/features/articles/content.server'
import { searchContent } from '~/features/search/search.server'
import { answerAtDesk } from '~/features/tickets/desk/desk-actions.server'
import { readDeskPage, readWriting } from '~/features/tickets/desk/desk-page.server'
import { DeskTicket } from '~/features/tickets/desk/desk-ticket'
import { choicesMade } from '~/features/tickets/desk/field-choices'
import { parkDeskForm } from '~/features/tickets/parked.server'
import { KEPT_SENTENCE } from '~/features/tickets/ticket'
import { readTicketNumber } from '~/features/tickets/tickets.server'
import { staffAction, staffLoader, type Asked } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { deskWritingPath } from '~/http/desk-paths'
import { loginPathFor } from '~/http/paths'
import { seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app', frame: 'desk' }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(
    matches,
    data ? `${data.ticket.number} ${data.ticket.subject}` : 'Page not found',
    'Desk',
  )

/** How many help pages stand under a search for one to put into a reply. */
const MOST_FOUND = 8

export const loader = staffLoader(async ({ context, viewer, params, url }) => {
  const page = await readDeskPage(context, viewer, readTicketNumber(params.number), url)
  const content = openContent(context.env.CONTENT_DIR)
  const title = (path: string) => content.listDocuments().find((one) => one.path === path)?.title
  const { insert } = page.writing
  const found = insert ? searchContent(content, insert, { limit: MOST_FOUND }).results : null
  return {
    ...page,
    found: found?.map(({ path, title }) => ({ path, title })) ?? null,
    shown: page.desk.shown.map(({ path }) => ({ path, title: title(path) ?? path })),
  }
})

/** The session has ended under what was typed: keeps it, and leads back by way of the sign-in page. */
async function park({ request, context, params, url }: Asked): Promise<Response | null> {
  const number = readTicketNumber(params.number)
  const { message, note = randomUUID(), macro } = readWriting(url)
  const sent = message && (await parkDeskForm(context, request, number, { message, note }))
  if (!sent) return null
  const back = deskWritingPath(number, { message, note, macro }, choicesMade(sent))
  return seeOtherWith(context, loginPathFor(back), KEPT_SENTENCE, 'info')
}

export const action = staffAction(async ({ request, context, viewer, params, url }) => {
  const number = readTicketNumber(params.number)
  const asked = readWriting(url)
  const ids = { message: asked.message ?? randomUUID(), note: asked.note ?? randomUUID() }
  const writing = { ...asked, ...ids }
  const documents = openContent(context.env.CONTENT_DIR).listDocuments()
  return answerAtDesk(
    { context, request, number, writing },
    {
      agentName: viewer.name,
      titleOf: (path) => documents.find((one) => one.path === path)?.title ?? null,
    },
  )
}, park)

export default function DeskTicketPage() {
  const answered = useActionData<typeof action>()
  return (
    <DeskTicket
      {...useLoaderData<typeof loader>()}
      result={answered?.result}
      refused={answered && 'part' in answered ? answered : null}
    />
  )
}
