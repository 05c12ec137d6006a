/** A device on which somebody is signed in, as `my_devices()` answers it. */
export type Device = {
  session_id: string
  browser: string
  system: string
  address: string | null
  /** ISO 3166, two letters. */
  country: string | null
  /** ISO 8601. */
  first_seen_at: string
  last_seen_at: string
  /** True for the one that asks. */
  current: boolean
}

const COUNTRIES = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' })

/** "Germany, 203.0.113.24", as far as it is known. */
export function placeWords(country: string | null, address: string | null): string {
  const parts = [country && COUNTRIES.of(country), address].filter(Boolean)
  return parts.length > 0 ? parts.join(', ') : 'Unknown place'
}

/** What came of signing out everywhere else. @param count of devices */
export function signedOutWords(count: number): string {
  if (count === 0) return 'You are signed in on no other device.'
  return `You are signed out on ${count === 1 ? 'one other device' : `${count} other devices`}.`
}
