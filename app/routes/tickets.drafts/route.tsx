import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { discardDraft, findAnyDraft } from '~/features/tickets/discard-draft.server'
import { DraftList } from '~/features/tickets/draft-list'
import { listDrafts } from '~/features/tickets/drafts.server'
import { listReplyDrafts } from '~/features/tickets/reply-drafts.server'
import { readForm } from '~/forms/read-form.server'
import { customerAction, customerLoader, type AskedBy } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { draftsPath } from '~/http/paths'
import { readerClock } from '~/http/reader-clock'
import { seeOther, seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'
import { readUuid } from '~/lib/uuid'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Your drafts')

/** The draft that the address asks to throw away, if the viewer has it. */
function namedDraft({ context, viewer, url }: AskedBy) {
  const id = readUuid(url.searchParams.get('discard'))
  return id ? findAnyDraft(context.session.supabase, viewer, id) : null
}

export const loader = customerLoader(async (asked) => {
  const { context, viewer } = asked
  const { supabase } = context.session
  const [drafts, replies, discarding] = await Promise.all([
    listDrafts(supabase, viewer),
    listReplyDrafts(supabase, viewer),
    namedDraft(asked),
  ])
  return { drafts, replies, discarding, clock: readerClock(context.now(), viewer) }
})

export const action = customerAction(async (asked) => {
  const { context, viewer, request } = asked
  await readForm(request)
  const draft = await namedDraft(asked)
  if (!draft) return seeOther(draftsPath) // thrown away already
  await discardDraft(context.session.supabase, viewer, draft)
  return seeOtherWith(context, draftsPath, 'The draft is thrown away.')
})

export default function DraftsPage() {
  return <DraftList {...useLoaderData<typeof loader>()} />
}
