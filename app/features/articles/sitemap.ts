import { faqPath, homePath, kbPath, tutorialsPath } from '~/http/paths'
import { escapeXml } from '~/lib/xml'

/** All pages that everybody may read, for search engines (sitemaps.org, version 0.9). */
export function sitemap(publicUrl: string, documents: { path: string; updated: string }[]): string {
  const lists = [homePath, kbPath, faqPath, tutorialsPath].map(
    (path) => `<url><loc>${escapeXml(publicUrl + path)}</loc></url>`,
  )
  const pages = documents.map(
    ({ path, updated }) =>
      `<url><loc>${escapeXml(publicUrl + path)}</loc><lastmod>${updated}</lastmod></url>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${[...lists, ...pages].join('\n')}
</urlset>
`
}
