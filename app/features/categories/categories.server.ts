import { conflict, isProblem, notFound } from '~/lib/errors'
import { unwrap, type Supabase } from '~/platform/supabase.server'
import type { CategorySettings } from './category'

/** Every category in its order; for admins. @throws Problem `forbidden` for others */
export async function listCategorySettings(supabase: Supabase): Promise<CategorySettings[]> {
  return unwrap(await supabase.rpc('list_category_settings')) as unknown as CategorySettings[]
}

/** @throws Problem `not-found` */
export async function getCategory(
  supabase: Supabase,
  slug: string | undefined,
): Promise<CategorySettings> {
  const category = (await listCategorySettings(supabase)).find((one) => one.slug === slug)
  if (!category) throw notFound()
  return category
}

/** What is wrong with which field; nothing when it was saved. */
type Refused = Partial<Record<'' | 'name' | 'slug' | 'active', string[]>>

/** Adds a category at the end of the list; the same words twice add one. @returns why not, or null */
export async function addCategory(
  supabase: Supabase,
  category: Pick<CategorySettings, 'slug' | 'name' | 'description'>,
): Promise<Refused | null> {
  const answer = await supabase.rpc('add_category', category)
  if (answer.error?.code !== '23505') {
    unwrap(answer)
    return null
  }
  return answer.error.message.includes('categories_name_unique')
    ? { name: ['Another category has this name'] }
    : { slug: ['Another category has this short name'] }
}

/**
 * Changes a category, unless somebody else did meanwhile.
 * @returns why not, or null
 * @throws Problem `conflict` when the version is not the one that stands there
 */
export async function changeCategory(
  supabase: Supabase,
  category: Pick<CategorySettings, 'slug' | 'name' | 'description' | 'active' | 'version'>,
): Promise<Refused | null> {
  const { slug, name, description, active, version } = category
  const answer = await supabase.rpc('change_category', { slug, name, description, active, version })
  if (answer.error?.code === '23505') return { name: ['Another category has this name'] }
  try {
    unwrap(answer)
    return null
  } catch (error) {
    if (!isProblem(error, 'conflict')) throw error
    if (error.message === 'categories_version') throw conflict('This form is out of date.', error)
    return { active: ['At least one category stays in use. Put another one in use first'] }
  }
}

/** One place up or down; at the ends of the list it stays. */
export async function moveCategory(supabase: Supabase, slug: string, up: boolean): Promise<void> {
  unwrap(await supabase.rpc('move_category', { slug, up }))
}
