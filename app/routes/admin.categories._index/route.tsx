import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listCategorySettings, moveCategory } from '~/features/categories/categories.server'
import { CategoryList } from '~/features/categories/category-list'
import { readForm } from '~/forms/read-form.server'
import { readIntent } from '~/forms/read-intent'
import { adminAction, adminLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import { categoriesPath } from '~/http/desk-paths'
import { seeOtherWith } from '~/http/responses.server'
import type { Handle } from '~/http/tier'

export const handle: Handle = { tier: 'app', frame: 'desk' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Categories', 'Desk')

export const loader = adminLoader(async ({ context }) => ({
  categories: await listCategorySettings(context.session.supabase),
}))

export const action = adminAction(async ({ request, context }) => {
  const fields = await readForm(request)
  const intent = readIntent(fields, ['up', 'down'])
  await moveCategory(context.session.supabase, String(fields.get('slug')), intent === 'up')
  return seeOtherWith(context, categoriesPath, 'The order is changed.')
})

export default function CategoriesPage() {
  return <CategoryList {...useLoaderData<typeof loader>()} />
}
