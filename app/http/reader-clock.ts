import type { Viewer } from '~/auth/viewer'

/** The zone of people who have not told us theirs; pages name it. */
export const PORTAL_ZONE = 'Europe/Berlin'

/** What a page needs to write times for one reader. */
export type ReaderClock = {
  /** ISO, UTC. */
  now: string
  /** IANA name. */
  zone: string
  /** True when the person has chosen it. */
  chosen: boolean
}

export function readerClock(now: Date, viewer: Pick<Viewer, 'timeZone'> | null): ReaderClock {
  const zone = viewer?.timeZone ?? null
  return { now: now.toISOString(), zone: zone ?? PORTAL_ZONE, chosen: zone !== null }
}

/** Which zone the times of a page are in. Only a zone that somebody has chosen is theirs. */
export function zoneNote({ zone, chosen }: Pick<ReaderClock, 'zone' | 'chosen'>): string {
  return chosen ? `Times are in your zone, ${zone}.` : 'Times are Berlin time.'
}
