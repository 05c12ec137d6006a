import type { ServerResponse } from 'node:http'
import { pageCsp } from '~/http/security-headers'
import readingCss from '~/ui/reading.css?url'

/** What the server itself refuses, before any route is asked: a status, a heading and what to do. */
const PAGES = {
  400: ['This request cannot be read', 'Go back, load the page again and repeat what you did.'],
  403: [
    'This form came from another site',
    'Nothing was changed. Open the page here and send the form from it.',
  ],
  405: ['This address does not answer that', 'Open it as a page instead.'],
  413: [
    'That is too large',
    'Nothing was saved. Go back and choose smaller or fewer files, or a shorter text.',
  ],
  414: ['This address is too long', 'Shorten what you search for and try again.'],
  503: ['The portal is stopping', 'Try again in a minute. Nothing that was saved is lost.'],
} as const

export type PlainStatus = keyof typeof PAGES

/** The page for a status, as HTML; no script, and no word of what the person sent. */
export function plainPage(status: PlainStatus): string {
  const [title, advice] = PAGES[status]
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – Portico Help</title>
<link rel="stylesheet" href="${readingCss}">
</head>
<body class="still"><main id="main"><div class="frame">
<h1 class="page-title">${title}</h1>
<p>${advice}</p>
<p><a href="/">Go to the help centre</a></p>
</div></main></body>
</html>
`
}

/** Answers with a plain page. */
export function sendPlainPage(
  res: ServerResponse,
  status: PlainStatus,
  headers: Record<string, string> = {},
): void {
  res.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': pageCsp('still', ''),
    'Cache-Control': 'no-store',
    ...headers,
  })
  res.end(res.req.method === 'HEAD' ? undefined : plainPage(status))
}
