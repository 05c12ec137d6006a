import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { hasProof } from '~/auth/step-up.server'
import { readVisit } from '~/auth/visit.server'
import { currentSchema } from '~/features/accounts/account.schema'
import { StepUpField } from '~/features/accounts/step-up-field'
import { stepUp } from '~/features/accounts/step-up.server'
import { getCustomer, restoreAccount, suspendAccount } from '~/features/customers/customers.server'
import { SuspendForm } from '~/features/customers/suspend-form'
import { formState } from '~/forms/form-state'
import { readForm } from '~/forms/read-form.server'
import { readIntent } from '~/forms/read-intent'
import { parseSubmission, unprocessable } from '~/forms/submission.server'
import { adminAction, adminLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { customerPath, customerSuspendPath } from '~/http/desk-paths'
import { seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app', frame: 'desk' }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, `${data?.person.suspended ? 'Restore' : 'Suspend'} an account`, 'Desk')

export const loader = adminLoader(async ({ context, viewer, params }) => {
  const { person } = await getCustomer(context.session.supabase, params.id)
  const { id, name, suspended } = person
  return { person: { id, name, suspended }, proven: hasProof(context, viewer) }
})

export const action = adminAction(async ({ request, context, viewer, params }) => {
  const { supabase } = context.session
  const { person } = await getCustomer(supabase, params.id)
  const fields = await readForm(request)
  const intent = readIntent(fields, ['suspend', 'restore'])
  const submission = parseSubmission(fields, currentSchema)
  if (submission.status !== 'success') return unprocessable(context, submission)
  const notThem = await stepUp(
    context,
    readVisit(context, request),
    viewer,
    submission.value.current,
  )
  if (notThem) return unprocessable(context, submission, { current: [notThem] })
  const here = customerPath(person.id)
  if (intent === 'restore') {
    await restoreAccount(supabase, person.id)
    return seeOtherWith(context, here, 'The account is restored.')
  }
  await suspendAccount(supabase, person.id)
  return seeOtherWith(context, here, 'The account is suspended.')
})

export default function SuspendPage() {
  const { person, proven } = useLoaderData<typeof loader>()
  const form = formState(['current'], useActionData<typeof action>()?.result)
  return (
    <SuspendForm person={person} errors={form.errors}>
      <StepUpField
        {...form.field('current')}
        proven={proven}
        here={customerSuspendPath(person.id)}
      />
    </SuspendForm>
  )
}
