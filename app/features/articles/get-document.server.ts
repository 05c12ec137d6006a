import { redirect } from '@remix-run/node'
import { notFound } from '~/lib/errors'
import type { FinishedDocument } from './article'
import type { ListedCategory } from './content-index'
import type { Content } from './content.server'

/** Nothing is at this address: it has moved, or it never was. */
function movedOrMissing(content: Content, address: string): never {
  const moved = content.findRedirect(address)
  if (moved) throw redirect(moved, 301)
  throw notFound()
}

/**
 * The document at an address.
 * @throws a 301 for a moved one, Problem `not-found` for an unknown one
 */
export async function getDocument(content: Content, address: string): Promise<FinishedDocument> {
  return (await content.findDocument(address)) ?? movedOrMissing(content, address)
}

/** The category with this slug; what is thrown is as for {@link getDocument}. */
export function getCategory(
  content: Content,
  address: string,
  slug: string | undefined,
): ListedCategory {
  const category = content.listCategories().find((listed) => listed.slug === slug)
  return category ?? movedOrMissing(content, address)
}
