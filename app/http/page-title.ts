import type { MetaDescriptor } from '@remix-run/node'

type RootMatch = { id: string; data?: unknown }

/**
 * The title of a page. A page whose form was refused says so first, since that is what a screen
 * reader reads first.
 * @param matches the matches that Remix hands to `meta`; the root's data knows of the refusal
 */
export function pageTitle(
  matches: readonly (RootMatch | undefined)[],
  title: string,
  place: 'Help' | 'Desk' = 'Help',
): MetaDescriptor[] {
  const root = matches.find((match) => match?.id === 'root')
  const problem = (root?.data as { problem?: boolean } | undefined)?.problem ?? false
  return [{ title: `${problem ? 'Error: ' : ''}${title} – Portico ${place}` }]
}

/** The title of a document's page, and what a search engine shows below it. */
export function documentTitle(
  matches: readonly (RootMatch | undefined)[],
  document: { title: string; description: string } | undefined,
): MetaDescriptor[] {
  if (!document) return pageTitle(matches, 'Page not found')
  return [
    ...pageTitle(matches, document.title),
    { name: 'description', content: document.description },
  ]
}
