import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { isAdmin } from '~/auth/viewer'
import { staffLoader } from '~/http/handlers.server'
import { shortcutsPath } from '~/http/desk-paths'
import { readerClock, zoneNote } from '~/http/reader-clock'
import type { Handle } from '~/http/tier'
import { DeskFrame } from '~/ui/desk-frame'
import { ShortcutsWanted, useShortcuts } from '~/ui/shortcuts'

export const handle: Handle = { tier: 'app', frame: 'desk' }

export const loader = staffLoader(async ({ viewer, context }) => ({
  name: viewer.name,
  isAdmin: isAdmin(viewer),
  shortcuts: viewer.shortcuts,
  clock: readerClock(context.now(), viewer),
}))

/** The frame of the desk. Each page inside checks by itself who asks: Remix runs loaders side by side. */
export default function Desk() {
  const { name, isAdmin, shortcuts, clock } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  return (
    <ShortcutsWanted.Provider value={shortcuts}>
      <HelpKey />
      <DeskFrame pathname={pathname} personName={name} isAdmin={isAdmin} zoneNote={zoneNote(clock)}>
        <Outlet />
      </DeskFrame>
    </ShortcutsWanted.Provider>
  )
}

/** Opens the list of shortcuts from everywhere at the desk; it has its link in the footer. */
function HelpKey() {
  useShortcuts({ '?': () => window.location.assign(shortcutsPath) })
  return null
}
