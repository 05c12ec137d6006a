import type { Finding } from './finding'
import { isPortalPage } from './portal-pages'
import type { Site } from './site'
import { placeOf } from './source-files'

/** An old address leads to a page, in one step, and is not a page itself. */
export function redirectFindings(site: Site): Finding[] {
  const { value, file, lineOf } = site.settings.redirects
  return Object.entries(value).flatMap(([from, to]) => {
    const at = { file, line: lineOf(from) }
    if (site.byPath.has(from))
      return [{ ...at, sentence: `${from} is a page again. Take this line out.` }]
    const target = site.byPath.get(to)
    if (target?.draft) return [{ ...at, sentence: `${from} leads to ${to}, which is a draft.` }]
    if (target || isPortalPage(to, 'everyone')) return []
    return [
      value[to]
        ? {
            ...at,
            sentence: `${from} leads to ${to}, which leads on to ${value[to]}. Write the last address.`,
          }
        : { ...at, sentence: `${from} leads to ${to}, but there is no such page.` },
    ]
  })
}

/** A page of the last version that is gone has to lead somewhere: other sites link to it. */
export function movedFindings(site: Site, earlierNames: string[]): Finding[] {
  const { value, file } = site.settings.redirects
  // Other sites cannot have linked to what only staff read.
  const forStaff = new Set(
    site.entries.filter(({ audience }) => audience === 'staff').map(({ place }) => place.name),
  )
  return earlierNames.flatMap((name) => {
    const place = placeOf(name)
    if (!place || forStaff.has(name) || site.byPath.has(place.path) || value[place.path]) return []
    const sentence =
      `The page ${place.path} (${place.file}) is gone and leads nowhere. ` +
      `Add a line "${place.path}: <the address that has its answer now>".`
    return [{ file, line: 1, sentence }]
  })
}
