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
