/**
 * How much script a page may have. *still*: none, the same bytes for everybody. *touched*: one small
 * module that enhances by `data-` attributes. *app*: hydrated by Remix.
 */
export type Tier = 'still' | 'touched' | 'app'

/** What stands around a page: the customers' side, the desk, or the components shown one by one. */
type Frame = 'help' | 'desk' | 'gallery'

/** What each route module exports as `handle`. */
export type Handle = { tier: Tier; frame?: Frame }

type Match = { handle?: unknown }

/** The deepest route decides; a page that names no tier gets no script. */
export function tierOf(matches: Match[]): Tier {
  const named = matches.map((match) => (match.handle as Handle | undefined)?.tier)
  return named.filter(Boolean).at(-1) ?? 'still'
}

/** Which stylesheet a page needs. */
export function frameOf(matches: Match[]): 'reading' | Frame {
  const frames = matches.map((match) => (match.handle as Handle | undefined)?.frame)
  const named = frames.filter(Boolean).at(-1)
  if (named) return named
  return tierOf(matches) === 'app' ? 'help' : 'reading'
}
