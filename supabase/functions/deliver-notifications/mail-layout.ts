export type Page = {
  subject: string
  paragraphs: string[]
  links: { label: string; url: string }[]
  portalUrl: string
}

const footer = 'This mail was sent by the support portal'

/** The text part: paragraphs, then each link on a line of its own. */
export function textOf({ paragraphs, links, portalUrl }: Page): string {
  const linked = links.map(({ label, url }) => `${label}:\n${url}`)
  return ['Hello,', ...paragraphs, ...linked, `--\n${footer}, ${portalUrl}.`].join('\n\n') + '\n'
}

/** The same as HTML: no image, no script, nothing that is loaded from elsewhere. */
export function htmlOf({ subject, paragraphs, links, portalUrl }: Page): string {
  const body = ['Hello,', ...paragraphs].map((text) => `<p>${escapeHtml(text)}</p>`)
  const linked = links.map(
    ({ label, url }) => `<p><a href="${escapeHtml(url)}">${escapeHtml(label)}</a></p>`,
  )
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${escapeHtml(subject)}</title>
    <style>
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 36em; margin: 2em auto; padding: 0 1em }
      footer { margin-top: 2em; font-size: 14px; opacity: 0.8 }
    </style>
  </head>
  <body>
    ${[...body, ...linked].join('\n    ')}
    <footer><p>${footer}, <a href="${escapeHtml(portalUrl)}">${escapeHtml(portalUrl)}</a>.</p></footer>
  </body>
</html>
`
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
