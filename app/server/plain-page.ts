import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { RETRY_AFTER_S } from '~/http/responses.server'
import { pageCsp } from '~/http/security-headers'
import readingCss from '~/ui/reading.css?url'

/** What the server answers by itself, without any route's page: a heading and what to do. */
const PAGES = {
  400: ['This request cannot be read', 'Go back, load the page again and repeat what you did.'],
  403: [
    'This form came from another site',
    'Nothing was changed. Open the page here and send the form from it.',
  ],
  404: [
    'Page not found',
    'There is nothing at this address, or it is not yours to see. If you typed it, check it; if a link brought you here, the page has moved.',
  ],
  405: ['This address does not answer that', 'Open it as a page instead.'],
  413: [
    'That is too large',
    'Nothing was saved. Go back and choose smaller or fewer files, or a shorter text.',
  ],
  414: ['This address is too long', 'Shorten what you search for and try again.'],
  500: [
    'Something went wrong here',
    'The fault is ours, and it is in our log. Nothing that was saved is lost. Try again.',
  ],
  503: [
    'This page cannot be shown just now',
    'Our database does not answer. Nothing that was saved is lost. Try again in a minute.',
  ],
} as const

export type PlainStatus = keyof typeof PAGES

/** The plain page that says what a status means. */
export function plainStatus(status: number): PlainStatus {
  if (status in PAGES) return status as PlainStatus
  return status >= 500 ? 500 : 400
}

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
  headers: OutgoingHttpHeaders = {},
): void {
  res.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': pageCsp('still', ''),
    'Cache-Control': 'no-store',
    ...(status === 503 ? { 'Retry-After': RETRY_AFTER_S } : {}),
    ...headers,
  })
  res.end(res.req.method === 'HEAD' ? undefined : plainPage(status))
}
