import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { editSavedReply } from '~/features/tickets/macros/edit-macro.server'
import { previewOf } from '~/features/tickets/macros/macro-settings'
import { getSavedReplySettings } from '~/features/tickets/macros/macro-settings.server'
import { SavedReplyForm } from '~/features/tickets/macros/saved-reply-form'
import { staffAction, staffLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { savedReplyPath } from '~/http/desk-paths'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app', frame: 'desk' }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.reply.title ?? 'Page not found', 'Desk')

export const loader = staffLoader(async ({ context, viewer, params }) => {
  const reply = await getSavedReplySettings(context.session.supabase, params.id)
  return { reply, preview: previewOf(reply.body, viewer.name) }
})

export const action = staffAction(async (asked) => {
  await getSavedReplySettings(asked.context.session.supabase, asked.params.id)
  return editSavedReply(asked)
})

export default function SavedReplyPage() {
  const loaded = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  return (
    <SavedReplyForm
      action={savedReplyPath(loaded.reply.id)}
      reply={loaded.reply}
      result={answered?.result}
      preview={answered && 'preview' in answered ? answered.preview : loaded.preview}
      now={answered && 'conflict' in answered ? answered.conflict.now : undefined}
    />
  )
}
