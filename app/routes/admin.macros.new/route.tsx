import { randomUUID } from 'node:crypto'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { editMacro } from '~/features/tickets/macros/edit-macro.server'
import { MacroForm } from '~/features/tickets/macros/macro-form'
import { adminAction, adminLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { newMacroPath } from '~/http/desk-paths'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app', frame: 'desk' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Add a macro', 'Desk')

export const loader = adminLoader(async () => ({ macro: { id: randomUUID() } }))

export const action = adminAction(editMacro)

export default function NewMacroPage() {
  const loaded = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  return (
    <MacroForm
      action={newMacroPath}
      macro={loaded.macro}
      result={answered?.result}
      preview={answered && 'preview' in answered ? answered.preview : ''}
      now={answered && 'conflict' in answered ? answered.conflict.now : undefined}
    />
  )
}
