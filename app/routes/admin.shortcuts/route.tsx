import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { chooseShortcuts } from '~/features/accounts/profile.server'
import { ShortcutsForm } from '~/features/accounts/shortcuts-form'
import { readForm } from '~/forms/read-form.server'
import { readIntent } from '~/forms/read-intent'
import { staffAction, staffLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { shortcutsPath } from '~/http/desk-paths'
import { seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app', frame: 'desk' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Keyboard shortcuts', 'Desk')

export const loader = staffLoader(async ({ viewer }) => ({ on: viewer.shortcuts }))

export const action = staffAction(async ({ context, request }) => {
  const wanted = readIntent(await readForm(request), ['on', 'off']) === 'on'
  await chooseShortcuts(context.session.supabase, wanted)
  return seeOtherWith(context, shortcutsPath, `Keyboard shortcuts are ${wanted ? 'on' : 'off'}.`)
})

export default function ShortcutsPage() {
  return <ShortcutsForm {...useLoaderData<typeof loader>()} />
}
