import type { ExaminedContent } from './examine-content'
import { type Finding, formatFinding } from './finding'
import type { Entry } from './site'

/** Loads the page again when a file was saved. */
export const reloadScript = `new EventSource('/preview/changes').onmessage = () => location.reload()\n`

/** All documents, and everything that is to be put right. */
export function listPage({ site, findings }: ExaminedContent): string {
  const rows = site.entries.map(({ place, document, draft }) => {
    const title = document?.frontmatter.title ?? place.file
    return `<li><a href="${place.path}">${escape(title)}</a>${draft ? ' (draft)' : ''}</li>`
  })
  return page(
    'Preview',
    `<h1>Preview</h1>${findingList(findings)}<ul class="plain-links">${rows.join('')}</ul>`,
  )
}

/** One document as it will look, or what keeps it from that. */
export function documentPage(
  { findings }: ExaminedContent,
  { place, document, draft }: Entry,
): string {
  const own = findings.filter((finding) => finding.file === place.file)
  if (!document) return page(place.file, `<h1>${escape(place.file)}</h1>${findingList(own)}`)
  const { frontmatter, headings, html } = document
  const contents = headings
    .filter((heading) => heading.depth === 2)
    .map(({ id, title }) => `<li><a href="#${escape(id)}">${escape(title)}</a></li>`)
  const lead = frontmatter.description
    ? `<p class="lead">${escape(frontmatter.description)}</p>`
    : ''
  return page(
    frontmatter.title,
    `${findingList(own)}
<div class="page-title page-title--text"><h1>${escape(frontmatter.title)}</h1>${lead}</div>
<div class="with-margin"><div class="margin stack">
<nav class="contents" aria-labelledby="contents-title"><h2 id="contents-title">On this page</h2><ul>${contents.join('')}</ul></nav>
<p class="article-facts">${escape(place.file)}${draft ? '<br>Draft' : ''}</p></div>
<article class="prose">${html}</article></div>`,
  )
}

export function missingPage({ findings }: ExaminedContent, address: string): string {
  return page(
    'No document',
    `<h1>There is no document at ${escape(address)}</h1>
<p>The preview shows documents only; the other pages of the portal are not part of it.</p>${findingList(findings)}`,
  )
}

function findingList(findings: Finding[]): string {
  if (findings.length === 0) return ''
  const items = findings.map((finding) => `<li>${escape(formatFinding(finding))}</li>`)
  return `<div class="error-summary" role="alert"><h2>To put right</h2><ul>${items.join('')}</ul></div>`
}

function page(title: string, main: string): string {
  return `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)} – Preview</title>
<link rel="stylesheet" href="/preview/look.css">
<script src="/preview/reload.js" defer></script>
</head>
<body class="still">
<header class="page-header"><div class="frame"><a class="brand" href="/">All documents</a></div></header>
<main id="main" tabindex="-1"><div class="frame">${main}</div></main>
</body>
</html>
`
}

function escape(text: string): string {
  const names: Record<string, string> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }
  return text.replace(/[&<>"]/g, (sign) => `&${names[sign]};`)
}
