import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isAdmin } from '~/auth/viewer'
import { MacroList } from '~/features/tickets/macros/macro-list'
import {
  listMacroSettings,
  listSavedReplySettings,
  moveMacro,
} from '~/features/tickets/macros/macro-settings.server'
import { readForm } from '~/forms/read-form.server'
import { readIntent } from '~/forms/read-intent'
import { adminAction, staffLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { macrosPath } from '~/http/desk-paths'
import { seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'
import { notFound } from '~/lib/errors'
import { readUuid } from '~/lib/uuid'

export const handle: Handle = { tier: 'app', frame: 'desk' }

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, 'Macros and saved replies', 'Desk')

export const loader = staffLoader(async ({ context, viewer }) => {
  const { supabase } = context.session
  const [macros, replies] = await Promise.all([
    listMacroSettings(supabase),
    listSavedReplySettings(supabase),
  ])
  return { macros, replies, isAdmin: isAdmin(viewer) }
})

export const action = adminAction(async ({ request, context }) => {
  const fields = await readForm(request)
  const intent = readIntent(fields, ['up', 'down'])
  const id = readUuid(fields.get('id'))
  if (!id) throw notFound()
  await moveMacro(context.session.supabase, id, intent === 'up')
  return seeOtherWith(context, macrosPath, 'The order is changed.')
})

export default function MacrosPage() {
  return <MacroList {...useLoaderData<typeof loader>()} />
}
