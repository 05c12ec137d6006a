import { useEffect, useRef, useState } from 'react'

/** How long a page rests between two questions, how much longer by chance, and at most after failures (ms). */
const REST_MS = 15_000
const SPREAD_MS = 5_000
const LONGEST_REST_MS = 300_000

/** How long an answer may take (ms). */
const PATIENCE_MS = 10_000

/** going: news come. stopped: the last question failed, and is asked again. over: there is nothing to ask for any more. */
export type NewsState = 'going' | 'stopped' | 'over'

/**
 * Hears what is new at an address of ours that answers JSON, while the page can be seen: asks every 15 to 20
 * seconds, a server in trouble ever less often, and at once when somebody comes back to the page.
 * @param onNews called with each answer
 * @param paused asks nothing
 */
export function useNews<News>(
  address: string,
  onNews: (news: News) => void,
  paused = false,
): NewsState {
  const [state, setState] = useState<NewsState>('going')
  const latest = useRef(onNews)
  useEffect(() => {
    latest.current = onNews
  })
  useEffect(() => {
    if (paused) return
    return askAgainAndAgain<News>(address, setState, (news) => latest.current(news))
  }, [address, paused])
  return state
}

/** @returns ends it */
function askAgainAndAgain<News>(
  address: string,
  onState: (state: NewsState) => void,
  onNews: (news: News) => void,
): () => void {
  let timer: number | undefined
  let failures = 0
  let asking = false
  let ended = false

  function plan(delay: number): void {
    window.clearTimeout(timer)
    if (!ended) timer = window.setTimeout(() => void ask(), delay)
  }
  async function ask(): Promise<void> {
    if (asking || document.visibilityState === 'hidden') return
    asking = true
    const answer = await askFor<News>(address)
    asking = false
    if (ended) return
    if (answer === 'over') {
      ended = true
      return onState('over')
    }
    failures = answer === 'failed' ? failures + 1 : 0
    onState(answer === 'failed' ? 'stopped' : 'going')
    if (answer !== 'failed') onNews(answer.news)
    plan(restAfter(failures))
  }
  const onVisibility = () => {
    if (document.visibilityState === 'visible') plan(0)
  }
  plan(restAfter(0))
  document.addEventListener('visibilitychange', onVisibility)
  return () => {
    ended = true
    window.clearTimeout(timer)
    document.removeEventListener('visibilitychange', onVisibility)
  }
}

function restAfter(failures: number): number {
  const rest = Math.min(REST_MS * 2 ** failures, LONGEST_REST_MS)
  return rest + Math.random() * SPREAD_MS
}

async function askFor<News>(address: string): Promise<{ news: News } | 'failed' | 'over'> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const answer = await fetch(address, { redirect: 'manual', signal })
    if (answer.ok) return { news: (await answer.json()) as News }
    return answer.status >= 500 || answer.status === 429 ? 'failed' : 'over'
  } catch {
    return 'failed'
  }
}
