import { Outlet, useLoaderData } from '@remix-run/react'
import { staffLoader } from '~/http/handlers.server'
import { readerClock } from '~/http/reader-clock'
import type { Handle } from '~/http/tier'
import { DeskFrame } from '~/ui/desk-frame'

export const handle: Handle = { tier: 'app', frame: 'desk' }

export const loader = staffLoader(async ({ viewer, context }) => ({
  name: viewer.name,
  zone: readerClock(context.now(), viewer).zone,
}))

/** The frame of the desk. Each page inside checks by itself who asks: Remix runs loaders side by side. */
export default function Desk() {
  const { name, zone } = useLoaderData<typeof loader>()
  return (
    <DeskFrame current="queue" personName={name} zoneNote={`Times are in your zone, ${zone}.`}>
      <Outlet />
    </DeskFrame>
  )
}
