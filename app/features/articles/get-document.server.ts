import { redirect } from '@remix-run/node'
import { notFound } from '~/lib/errors'
import type { Audience, FinishedDocument } from './article'
import type { ListedCategory } from './content-index'
import type { Content } from './content.server'

/** Nothing is at this address: it has moved, or it never was. */
function movedOrMissing(content: Content, address: string): never {
  const moved = content.findRedirect(address)
  if (moved) throw redirect(moved, 301)
  throw notFound()
}

/** What only searching and the plain twin need; with each page it would be serialised for nobody. */
type Unseen = 'text' | 'sections' | 'markdown' | 'keywords' | 'questions' | 'revision'
type ShownDocument = Omit<FinishedDocument, Unseen>

/**
 * The document at an address, as its page shows it.
 * @throws a 301 for a moved one, Problem `not-found` for an unknown one
 */
export function getDocument(
  content: Content,
  address: string,
  reader: Audience = 'everyone',
): ShownDocument {
  const document = content.findDocument(address, reader) ?? movedOrMissing(content, address)
  return {
    path: document.path,
    kind: document.kind,
    category: document.category,
    tutorial: document.tutorial,
    slug: document.slug,
    title: document.title,
    description: document.description,
    related: document.related,
    order: document.order,
    updated: document.updated,
    audience: document.audience,
    minutes: document.minutes,
    hasVideo: document.hasVideo,
    source: document.source,
    html: document.html,
    headings: document.headings,
  }
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
