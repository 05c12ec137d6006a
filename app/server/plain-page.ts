import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { statusWords } from '~/http/problem-words'
import { RETRY_AFTER_S } from '~/http/responses.server'
import { pageCsp } from '~/http/security-headers'
import readingCss from '~/ui/reading.css?url'

/** What the server answers by itself, without any route's page; what routes answer too is in their words. */
const WORDS = {
  400: ['This request cannot be read', 'Go back, load the page again and repeat what you did.'],
  403: [
    'This form came from another site',
    'Nothing was changed. Open the page here and send the form from it.',
  ],
  404: wordsOfRoutes(404),
  405: wordsOfRoutes(405),
  413: [
    'That is too large',
    'Nothing was saved. Go back and choose smaller or fewer files, or a shorter text.',
  ],
  414: ['This address is too long', 'Shorten what you search for and try again.'],
  500: wordsOfRoutes(500),
  503: wordsOfRoutes(503),
} as const

function wordsOfRoutes(status: number): [title: string, ...advice: string[]] {
  const { title, paragraphs } = statusWords(status)
  return [title, ...paragraphs]
}

export type PlainStatus = keyof typeof WORDS

/** The plain page that says what a status means. */
export function plainStatus(status: number): PlainStatus {
  if (status in WORDS) return status as PlainStatus
  return status >= 500 ? 500 : 400
}

/** The page for a status, as HTML; no script, and no word of what the person sent. */
function plainPage(status: PlainStatus): string {
  const [title, ...advice] = WORDS[status]
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
${advice.map((sentence) => `<p>${sentence}</p>`).join('\n')}
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
