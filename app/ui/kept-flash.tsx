import { createContext, useContext } from 'react'
import { Flash, type Tone } from './flash'

/** The sentence that the page before left for this one, such as "Your reply is sent."; the root knows it. */
export const KeptFlashContext = createContext<{ tone: Tone; text: string } | null>(null)

/** Shows that sentence where the page wants it; nothing when there is none. */
export function KeptFlash() {
  const kept = useContext(KeptFlashContext)
  return kept ? <Flash tone={kept.tone}>{kept.text}</Flash> : null
}
