import { useEffect, useState } from 'react'
import { presencePath } from '~/http/paths'
import type { Present } from './desk'

/** How often a page that can be seen says that it is there, and how long it rests at most after failures (ms). */
const BEAT_MS = 30_000
const LONGEST_REST_MS = 300_000

type Presence = { others: Present[]; newest: string }

/**
 * Says every half minute that the ticket is being looked at, and hears who else does. A hidden page is quiet; a
 * server in trouble is asked ever less often.
 */
export function usePresence(number: number, first: Presence): Presence {
  const [presence, setPresence] = useState(first)
  useEffect(() => {
    let timer: number | undefined
    let rest = BEAT_MS
    let left = false
    const plan = (delay: number) => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => void beat(), delay)
    }
    async function beat() {
      if (document.visibilityState === 'hidden') return
      const answer = await fetch(presencePath(number)).catch(() => null)
      if (left) return
      if (answer?.ok) setPresence((await answer.json()) as Presence)
      rest = answer?.ok ? BEAT_MS : Math.min(rest * 2, LONGEST_REST_MS)
      // Signed out, or no agent any more: there is nothing to ask for.
      if (!answer || answer.ok || answer.status >= 500) plan(rest)
    }
    const onVisibility = () => {
      if (document.visibilityState === 'visible') plan(0)
      else window.clearTimeout(timer)
    }
    plan(BEAT_MS)
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      left = true
      window.clearTimeout(timer)
      document.removeEventListener('visibilitychange', onVisibility)
    }
  }, [number])
  return presence
}
