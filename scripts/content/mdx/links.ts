import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { Report } from './closed-format'

/** A link to a page of this site, to be checked when all documents are known. */
export type SiteLink = { href: string; line: number }

/**
 * Rehype plugin: refuses addresses that could do more than lead somewhere, closes the way back from
 * other sites, and hands over the links within this site.
 */
export function checkedLinks(report: Report, receive: (links: SiteLink[]) => void) {
  return (tree: Root) => {
    const links: SiteLink[] = []
    visit(tree, 'element', (node: Element) => {
      if (node.tagName !== 'a') return
      const href = String(node.properties.href ?? '')
      const line = node.position?.start.line ?? 1
      const kind = kindOfAddress(href)
      if (kind === 'refused') report(line, refusal(href))
      if (kind === 'outside') node.properties.rel = ['noopener']
      if (kind === 'site') links.push({ href, line })
    })
    receive(links)
  }
}

/**
 * What an address is. An allow-list: browsers read `java\tscript:`, `//host` and `/\host` in ways
 * that no list of bad words catches.
 */
function kindOfAddress(href: string): 'site' | 'outside' | 'contact' | 'refused' {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u0020\\]/.test(decoded(href))) return 'refused'
  if (/^#[^#]+$/.test(href) || /^\/(?!\/)/.test(href)) return 'site'
  if (/^(?:mailto:[^?]+@|tel:\+?\d)/.test(href)) return 'contact'
  return /^https?:\/\/[^/]/.test(href) && URL.canParse(href) ? 'outside' : 'refused'
}

/** Percent signs hide nothing from a browser that has to find a scheme, but `%09` may from a reader. */
function decoded(href: string): string {
  return href.replace(/%(0[0-9a-f]|1[0-9a-f]|5c)/gi, '\\')
}

function refusal(href: string): string {
  const relative = /^\.{0,2}\/?[\w-]/.test(href) && !href.includes(':')
  return relative
    ? `The link "${href}" must be the address on the site, such as /kb/tickets/add-files.`
    : `The link "${href}" leads nowhere safe. Use an address on this site, https:, mailto: or tel:.`
}
