import { useState, type RefObject } from 'react'
import { queueNewsPath } from '~/http/desk-paths'
import { useNews, type NewsState } from '../use-news'
import { isBeingUsed } from './list-in-use'
import { countChanges, marksSince, type Mark, type QueueNews } from './queue-news'

export type LiveQueue = {
  /** The list as the person sees it. */
  shown: QueueNews
  marks: Map<number, Mark>
  /** How many tickets have changed that are not shown yet, because the list is being used. */
  held: number
  show(): void
  state: NewsState
}

/**
 * Keeps a page of the queue up to date. Rows never move under somebody who uses them: then the news wait until
 * they are asked for, or the list rests.
 * @param first what was sent with the page
 * @param query the query string of the page
 * @param page the element that has the list and its forms
 */
export function useLiveQueue(
  first: QueueNews,
  query: string,
  page: RefObject<HTMLElement>,
  paused: boolean,
): LiveQueue {
  const [opened] = useState(first)
  const [shown, setShown] = useState(opened)
  const [latest, setLatest] = useState(opened)

  const state = useNews<QueueNews>(
    queueNewsPath + query,
    (news) => {
      const isQuiet = countChanges(shown.tickets, news.tickets) === 0
      if (isQuiet || !page.current || !isBeingUsed(page.current)) setShown(news)
      setLatest(news)
    },
    paused,
  )
  return {
    // Numbers in a menu move nothing.
    shown: { ...shown, counts: latest.counts },
    marks: marksSince(opened.tickets, shown.tickets),
    held: countChanges(shown.tickets, latest.tickets),
    show: () => setShown(latest),
    state,
  }
}
