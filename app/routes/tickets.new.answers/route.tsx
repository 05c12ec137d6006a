import { redirect, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openContent } from '~/features/articles/content.server'
import { suggestContent } from '~/features/search/suggest.server'
import { SuggestionList } from '~/features/search/suggestion-list'
import { listKeptFiles } from '~/features/tickets/attachments.server'
import { findDraft, findSentTicket, type Draft } from '~/features/tickets/drafts.server'
import { keptAsDraft } from '~/features/tickets/kept-as-draft'
import { SendTicket } from '~/features/tickets/send-ticket'
import { listSimilarTickets, sendTicket, solveDraft } from '~/features/tickets/suggestions.server'
import { ticketSchema } from '~/features/tickets/ticket.schema'
import { listCategories } from '~/features/tickets/tickets.server'
import { readForm } from '~/forms/read-form.server'
import { readIntent } from '~/forms/read-intent'
import type { RequestContext } from '~/http/context'
import { customerAction, customerLoader, type AskedBy } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { draftPath, ticketPath, ticketsPath } from '~/http/paths'
import { seeOther, seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'
import { notFound } from '~/lib/errors'
import { readUuid } from '~/lib/uuid'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Before you send it')

function draftId({ url }: AskedBy): string {
  const id = readUuid(url.searchParams.get('draft'))
  if (!id) throw notFound()
  return id
}

function suggestionsFor({ env }: RequestContext, { subject, description }: Draft) {
  return suggestContent(openContent(env.CONTENT_DIR), `${subject}\n${description}`)
}

export const loader = customerLoader(async (asked) => {
  const { context, viewer } = asked
  const { supabase } = context.session
  const id = draftId(asked)
  const [draft, files] = await Promise.all([
    findDraft(supabase, viewer, id),
    listKeptFiles(supabase, id),
  ])
  if (!draft) {
    // Sent already, and come back to by the browser's Back button.
    const number = await findSentTicket(supabase, viewer, id)
    if (number) throw redirect(ticketPath(number))
    throw notFound()
  }
  const [categories, similar] = await Promise.all([
    listCategories(supabase),
    listSimilarTickets(supabase, draft.subject),
  ])
  return { draft, files, categories, similar, suggestions: suggestionsFor(context, draft) }
})

export const action = customerAction(async (asked) => {
  const { request, context, viewer } = asked
  const { supabase } = context.session
  const intent = readIntent(await readForm(request), ['send', 'solved'])
  const id = draftId(asked)
  const draft = await findDraft(supabase, viewer, id)
  if (!draft) {
    const number = await findSentTicket(supabase, viewer, id)
    if (number) return seeOther(ticketPath(number))
    if (intent === 'solved') return seeOther(ticketsPath) // pressed twice: it is thrown away already
    throw notFound()
  }
  const shown = suggestionsFor(context, draft).map(({ path, revision }) => ({ path, revision }))
  if (intent === 'solved') {
    await solveDraft(supabase, viewer, id, shown)
    const thanks = 'Good to hear. The draft is thrown away; nothing was sent.'
    return seeOtherWith(context, ticketsPath, thanks)
  }
  const complete = ticketSchema.safeParse({ ...draft, category: draft.category ?? undefined })
  if (!complete.success) return seeOther(draftPath(id))
  const number = await sendTicket(supabase, complete.data, shown).catch(keptAsDraft)
  return seeOtherWith(
    context,
    ticketPath(number),
    `Your ticket is sent. It has the number ${number}.`,
  )
})

export default function SendTicketPage() {
  const { suggestions, ...ticket } = useLoaderData<typeof loader>()
  const answers = suggestions.length > 0 ? <SuggestionList suggestions={suggestions} /> : null
  return <SendTicket {...ticket} answers={answers} />
}
