import { randomUUID } from 'node:crypto'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { editSavedReply } from '~/features/tickets/macros/edit-macro.server'
import { SavedReplyForm } from '~/features/tickets/macros/saved-reply-form'
import { staffAction, staffLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { newSavedReplyPath } from '~/http/desk-paths'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app', frame: 'desk' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Add a saved reply', 'Desk')

export const loader = staffLoader(async () => ({ reply: { id: randomUUID() } }))

export const action = staffAction(editSavedReply)

export default function NewSavedReplyPage() {
  const loaded = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  return (
    <SavedReplyForm
      action={newSavedReplyPath}
      reply={loaded.reply}
      result={answered?.result}
      preview={answered && 'preview' in answered ? answered.preview : ''}
      now={answered && 'conflict' in answered ? answered.conflict.now : undefined}
    />
  )
}
