import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AccountFrame } from '~/features/accounts/account-frame'
import { detailsSchema } from '~/features/accounts/account.schema'
import { DetailsForm } from '~/features/accounts/details-form'
import { updateProfile } from '~/features/accounts/profile.server'
import { timeZones } from '~/features/accounts/time-zones'
import { readForm } from '~/forms/read-form.server'
import { parseSubmission, unprocessable } from '~/forms/submission.server'
import { customerAction, customerLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { accountPath } from '~/http/paths'
import { seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Name and time zone')

export const loader = customerLoader(async ({ viewer: { name, timeZone } }) => ({
  name,
  timeZone,
  zones: timeZones(),
}))

export const action = customerAction(async ({ request, context }) => {
  const submission = parseSubmission(await readForm(request), detailsSchema)
  if (submission.status !== 'success') return unprocessable(context, submission)
  const { name, time_zone } = submission.value
  const profile = { name, timeZone: time_zone || null }
  const refused = await updateProfile(context.session.supabase, profile)
  if (refused) return unprocessable(context, submission, { time_zone: [refused] })
  return seeOtherWith(context, accountPath, 'Your details are saved.')
})

export default function DetailsPage() {
  const result = useActionData<typeof action>()?.result
  return (
    <AccountFrame current={accountPath}>
      <DetailsForm {...useLoaderData<typeof loader>()} result={result} />
    </AccountFrame>
  )
}
