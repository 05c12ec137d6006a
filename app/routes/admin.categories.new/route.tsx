import type { MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { addCategory } from '~/features/categories/categories.server'
import { CategoryForm } from '~/features/categories/category-form'
import { newCategorySchema } from '~/features/categories/category.schema'
import { formState } from '~/forms/form-state'
import { readForm } from '~/forms/read-form.server'
import { parseSubmission, unprocessable } from '~/forms/submission.server'
import { adminAction, adminLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { categoriesPath, newCategoryPath } from '~/http/desk-paths'
import { seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app', frame: 'desk' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Add a category', 'Desk')

export const loader = adminLoader(async () => null)

export const action = adminAction(async ({ request, context }) => {
  const submission = parseSubmission(await readForm(request), newCategorySchema)
  if (submission.status !== 'success') return unprocessable(context, submission)
  const refused = await addCategory(context.session.supabase, submission.value)
  if (refused) return unprocessable(context, submission, refused)
  return seeOtherWith(context, categoriesPath, 'The category is added.')
})

export default function NewCategoryPage() {
  const result = useActionData<typeof action>()?.result
  const form = formState(['name', 'slug', 'description', 'active'], result)
  return <CategoryForm action={newCategoryPath} title="Add a category" form={form} />
}
