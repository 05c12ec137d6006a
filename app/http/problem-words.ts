import { isRouteErrorResponse } from '@remix-run/react'
import type { ProblemData } from './handlers.server'

type ProblemWords = { title: string; paragraphs: string[] }

const WORDS: Record<number, ProblemWords> = {
  403: {
    title: 'You may not do that',
    paragraphs: ['Nothing was changed. If you think you should be able to, open a ticket.'],
  },
  404: {
    title: 'Page not found',
    paragraphs: [
      'There is nothing at this address, or it is not yours to see. If you typed it, check it; if a link brought you here, the page has moved.',
    ],
  },
  405: {
    title: 'This address does not answer that',
    paragraphs: ['Go back and use the buttons of the page.'],
  },
  503: {
    title: 'This page cannot be shown just now',
    paragraphs: [
      'Our database does not answer. We are told of it. Articles and quick answers still work; try this page again in a minute.',
      'Did you just send a form? Use the Back button of your browser: what you typed is still there.',
    ],
  },
  500: {
    title: 'Something went wrong here',
    paragraphs: [
      'The fault is ours, and it is in our log. Try again. If it happens again, tell us what you did and at what time.',
    ],
  },
}

/** What a failure means to the reader; its title is the page's. */
export function problemWords(error: unknown): ProblemWords {
  if (!isRouteErrorResponse(error)) return WORDS[500]!
  const data = error.data as ProblemData | null
  if (data?.kind === 'conflict') return { title: 'Somebody was faster', paragraphs: [data.message] }
  if (data?.kind === 'invalid') return { title: 'That did not work', paragraphs: [data.message] }
  if (data?.kind === 'forbidden')
    return { title: 'You may not do that', paragraphs: [data.message] }
  if (data?.kind === 'too-many') return { title: 'Too many attempts', paragraphs: [data.message] }
  return statusWords(error.status)
}

/** What a status means, of which nothing more is known. */
export function statusWords(status: number): ProblemWords {
  return WORDS[status] ?? WORDS[status >= 500 ? 500 : 404]!
}
