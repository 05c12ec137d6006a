import type { Viewer } from '~/auth/viewer'

/** The zone of people who have not told us theirs; pages name it. */
export const PORTAL_ZONE = 'Europe/Berlin'

/** What a page needs to write times for one reader. */
export type ReaderClock = {
  /** ISO, UTC. */
  now: string
  /** IANA name. */
  zone: string
}

export function readerClock(now: Date, viewer: Pick<Viewer, 'timeZone'> | null): ReaderClock {
  return { now: now.toISOString(), zone: viewer?.timeZone ?? PORTAL_ZONE }
}
