import { formatTime } from './format-time'

/** A moment in the reader's zone; the machine's form beside it. */
export function Time({ at, zone, now }: { at: string; zone: string; now: string }) {
  return <time dateTime={new Date(at).toISOString()}>{formatTime(at, zone, now)}</time>
}
