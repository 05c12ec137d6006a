import type { Finding } from './finding'
import { isPortalPage } from './portal-pages'
import { type Entry, liveEntries, type Site } from './site'

/** Every link and every `related` of a live document leads to something its readers can open. */
export function linkFindings(site: Site): Finding[] {
  return liveEntries(site).flatMap((entry) => {
    const { document, place } = entry
    const links = document.links.map(({ href, line }) => ({
      line,
      problem: deadLink(site, entry, href),
    }))
    const related = document.frontmatter.related.map((path, item) => ({
      line: document.lines.related[item] ?? 1,
      problem: deadRelated(site, entry, path),
    }))
    return [...links, ...related].flatMap(({ line, problem }) =>
      problem ? [{ file: place.file, line, sentence: problem }] : [],
    )
  })
}

function deadLink(site: Site, from: Entry, href: string): string | null {
  const [address = '', anchor = ''] = href.split('#')
  const path = address.split('?')[0] || from.place.path
  const target = site.byPath.get(path)
  if (!target) {
    return isPortalPage(path, from.audience) || isCategoryPage(site, path)
      ? null
      : unknown(site, path)
  }
  return closedTo(from, target) ?? (anchor ? deadAnchor(target, anchor) : null)
}

function deadAnchor({ place, document }: Entry, anchor: string): string | null {
  if (!document || document.headings.some((heading) => heading.id === anchor)) return null
  const ids = document.headings.map((heading) => `#${heading.id}`).join(', ') || 'none'
  return `The page ${place.path} has no heading "#${anchor}". It has: ${ids}.`
}

function deadRelated(site: Site, from: Entry, path: string): string | null {
  const target = site.byPath.get(path)
  if (!target) return `"related" names ${path}: ${unknown(site, path)}`
  if (target === from) return `"related" names this document itself. Take it out.`
  return closedTo(from, target)
}

/** What a reader of one document could not open in the other. */
function closedTo(from: Entry, target: Entry): string | null {
  if (target.draft) return `${target.place.path} is a draft. Link to it when it is on the site.`
  if (target.audience === 'staff' && from.audience === 'everyone') {
    return `${target.place.path} is for staff only; customers who follow the link would find nothing.`
  }
  return null
}

function isCategoryPage(site: Site, path: string): boolean {
  const [, root, slug, rest] = path.split('/')
  if (rest !== undefined || (root !== 'kb' && root !== 'faq')) return false
  const kind = root === 'kb' ? 'article' : 'faq'
  return site.entries.some(
    ({ place, audience, draft }) =>
      place.kind === kind && place.category === slug && audience === 'everyone' && !draft,
  )
}

function unknown(site: Site, path: string): string {
  const redirect = site.settings.redirects.value[path]
  if (redirect) return `This page has moved to ${redirect}. Write the new address.`
  const close = [...site.byPath.keys()].find(
    (known) => known.split('/').at(-1) === path.split('/').at(-1),
  )
  return `There is no page ${path}.${close ? ` Did you mean ${close}?` : ''}`
}
