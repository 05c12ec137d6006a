import { canAnswer } from './engine/answer'
import { search } from './engine/search'
import { foundDocuments, indexOf, type Found, type SearchableContent } from './search.server'

/** More than this nobody reads who wants to send something. */
const MOST = 4

/** Only results that come near the best one are worth a person's time. */
const LEAST_SHARE = 0.5

/**
 * Articles and quick answers that may answer a text that somebody wrote to us, best first. None is
 * better than some that miss: the same threshold as the bot's decides whether anything fits.
 */
export function suggestContent(content: SearchableContent, text: string): Found[] {
  const index = indexOf(content)
  const found = search(index, text, { limit: 2 * MOST })
  const best = found.results[0]?.score ?? 0
  if (!canAnswer(index, found)) return []
  const near = found.results.filter(({ score }) => score >= best * LEAST_SHARE)
  return foundDocuments(content, near)
    .filter(({ kind }) => kind === 'article' || kind === 'faq')
    .slice(0, MOST)
}
