import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AccountFrame } from '~/features/accounts/account-frame'
import { readActivityQuery } from '~/features/security/activity-query'
import { ActivitySection } from '~/features/security/activity-section'
import { readOwnSecurity } from '~/features/security/activity.server'
import { signedOutWords } from '~/features/security/device'
import { DeviceList } from '~/features/security/device-list'
import { signOutDevice, signOutElsewhere } from '~/features/security/devices.server'
import { readForm } from '~/forms/read-form.server'
import { readIntent } from '~/forms/read-intent'
import { customerAction, customerLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { accountSecurityPath } from '~/http/paths'
import { readerClock, zoneNote } from '~/http/reader-clock'
import { seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'
import { notFound } from '~/lib/errors'
import { readUuid } from '~/lib/uuid'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Devices and activity')

export const loader = customerLoader(async ({ viewer, url, context }) => {
  const query = readActivityQuery(url.searchParams)
  const { devices, activity } = await readOwnSecurity(context.session.supabase, query)
  return { devices, activity, query, clock: readerClock(context.now(), viewer) }
})

export const action = customerAction(async ({ request, context }) => {
  const fields = await readForm(request)
  const { supabase } = context.session
  if (readIntent(fields, ['one', 'others']) === 'others') {
    const count = await signOutElsewhere(supabase)
    return seeOtherWith(context, accountSecurityPath, signedOutWords(count))
  }
  const sessionId = readUuid(fields.get('session_id'))
  if (!sessionId) throw notFound()
  await signOutDevice(supabase, sessionId)
  return seeOtherWith(context, accountSecurityPath, 'That device is signed out.')
})

export default function DevicesAndActivityPage() {
  const { devices, activity, query, clock } = useLoaderData<typeof loader>()
  return (
    <AccountFrame current={accountSecurityPath} zoneNote={zoneNote(clock)}>
      <h1 className="page-title">Devices and activity</h1>
      <DeviceList devices={devices} clock={clock} />
      <ActivitySection activity={activity} query={query} clock={clock} />
    </AccountFrame>
  )
}
