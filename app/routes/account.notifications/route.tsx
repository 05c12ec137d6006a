import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AccountFrame } from '~/features/accounts/account-frame'
import { listChoices, saveChoices } from '~/features/notifications/choices.server'
import { ChoicesForm } from '~/features/notifications/choices-form'
import { readForm } from '~/forms/read-form.server'
import { customerAction, customerLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { accountNotificationsPath } from '~/http/paths'
import { seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Notices')

export const loader = customerLoader(async ({ viewer, context }) => ({
  choices: await listChoices(context.session.supabase),
  hasPhone: viewer.phone !== null,
}))

export const action = customerAction(async ({ request, context }) => {
  const fields = await readForm(request)
  await saveChoices(context.session.supabase, new Set(fields.getAll('choice').map(String)))
  return seeOtherWith(context, accountNotificationsPath, 'Your choices are saved.')
})

export default function NoticesPage() {
  return (
    <AccountFrame current={accountNotificationsPath}>
      <ChoicesForm {...useLoaderData<typeof loader>()} />
    </AccountFrame>
  )
}
