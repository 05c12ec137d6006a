import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { editMacro } from '~/features/tickets/macros/edit-macro.server'
import { MacroForm } from '~/features/tickets/macros/macro-form'
import { previewOf } from '~/features/tickets/macros/macro-settings'
import { getMacroSettings } from '~/features/tickets/macros/macro-settings.server'
import { adminAction, adminLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { macroPath } from '~/http/desk-paths'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app', frame: 'desk' }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.macro.name ?? 'Page not found', 'Desk')

export const loader = adminLoader(async ({ context, viewer, params }) => {
  const macro = await getMacroSettings(context.session.supabase, params.id)
  return { macro, preview: previewOf(macro.reply, viewer.name) }
})

export const action = adminAction(async (asked) => {
  await getMacroSettings(asked.context.session.supabase, asked.params.id)
  return editMacro(asked)
})

export default function MacroPage() {
  const loaded = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  return (
    <MacroForm
      action={macroPath(loaded.macro.id)}
      macro={loaded.macro}
      result={answered?.result}
      preview={answered && 'preview' in answered ? answered.preview : loaded.preview}
      now={answered && 'conflict' in answered ? answered.conflict.now : undefined}
    />
  )
}
