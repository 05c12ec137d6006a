import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { correctNameSchema } from '~/features/customers/customer.schema'
import { correctName, getCustomer } from '~/features/customers/customers.server'
import { CorrectNameForm } from '~/features/customers/name-form'
import { readForm } from '~/forms/read-form.server'
import { parseSubmission, unprocessable } from '~/forms/submission.server'
import { adminAction, adminLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { customerPath } from '~/http/desk-paths'
import { seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app', frame: 'desk' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Correct the name', 'Desk')

export const loader = adminLoader(async ({ context, params }) => {
  const { person } = await getCustomer(context.session.supabase, params.id)
  return { person: { id: person.id, name: person.name } }
})

export const action = adminAction(async ({ request, context, params }) => {
  const { supabase } = context.session
  const { person } = await getCustomer(supabase, params.id)
  const submission = parseSubmission(await readForm(request), correctNameSchema)
  if (submission.status !== 'success') return unprocessable(context, submission)
  await correctName(supabase, person.id, submission.value.name)
  return seeOtherWith(context, customerPath(person.id), 'The name is corrected.')
})

export default function CorrectNamePage() {
  const result = useActionData<typeof action>()?.result
  return <CorrectNameForm {...useLoaderData<typeof loader>()} result={result} />
}
