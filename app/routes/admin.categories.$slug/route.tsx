import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeCategory, getCategory } from '~/features/categories/categories.server'
import { CategoryForm } from '~/features/categories/category-form'
import { categorySchema } from '~/features/categories/category.schema'
import { formState } from '~/forms/form-state'
import { readForm } from '~/forms/read-form.server'
import { conflicted, parseSubmission, unprocessable } from '~/forms/submission.server'
import { adminAction, adminLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { categoriesPath, categorySettingsPath } from '~/http/desk-paths'
import { seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'
import { isProblem } from '~/lib/errors'

export const handle: Handle = { tier: 'app', frame: 'desk' }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.category.name ?? 'Page not found', 'Desk')

export const loader = adminLoader(async ({ context, params }) => ({
  category: await getCategory(context.session.supabase, params.slug),
}))

export const action = adminAction(async ({ request, context, params }) => {
  const { supabase } = context.session
  const { slug } = await getCategory(supabase, params.slug)
  const submission = parseSubmission(await readForm(request), categorySchema)
  if (submission.status !== 'success') return unprocessable(context, submission)
  const { active, ...rest } = submission.value
  try {
    const wanted = { ...rest, slug, active: active === 'yes' }
    const refused = await changeCategory(supabase, wanted)
    if (refused) return unprocessable(context, submission, refused)
  } catch (error) {
    if (!isProblem(error, 'conflict')) throw error
    return conflicted(context, submission, { now: await getCategory(supabase, slug) })
  }
  return seeOtherWith(context, categoriesPath, 'The category is saved.')
})

export default function CategoryPage() {
  const { category } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const form = formState(['name', 'slug', 'description', 'active'], answered?.result, {
    name: category.name,
    description: category.description,
    active: category.active ? 'yes' : 'no',
  })
  return (
    <CategoryForm
      action={categorySettingsPath(category.slug)}
      title={category.name}
      form={form}
      category={category}
      now={answered && 'conflict' in answered ? answered.conflict.now : undefined}
    />
  )
}
