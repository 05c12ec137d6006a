import type { EventKind } from './security-event'

/** What a rule looks at: an event of the last day, of the account or from the address in question. */
export type RecentEvent = {
  kind: EventKind
  /** ISO 8601. */
  at: string
  person_id: string | null
  address: string | null
  country: string | null
  detail: { account?: string; rule?: string }
}

/** What has just happened. */
export type Happening = {
  kind: 'sign_in' | 'sign_in_failed' | 'token_reused'
  now: Date
  /** Null where the account does not exist. */
  personId: string | null
  address: string | null
  country: string | null
  /** Of a sign-in: whether the person never had a device before, and whether they had this one. */
  device?: { first: boolean; known: boolean }
}

/** True when the rule recognises a threat in what happened before and now; `before` is newest first. */
type Rule = (happening: Happening, before: RecentEvent[]) => boolean

const MINUTE = 60_000
const HOUR = 60 * MINUTE

function within(before: RecentEvent[], now: Date, ms: number): RecentEvent[] {
  return before.filter(({ at }) => now.getTime() - Date.parse(at) <= ms)
}

function distinct(values: (string | null | undefined)[]): number {
  return new Set(values.filter(Boolean)).size
}

/** Two countries within two hours: nobody travels that fast. */
export const newCountry: Rule = ({ kind, now, personId, country }, before) => {
  if (kind !== 'sign_in' || !country || !personId) return false
  const last = within(before, now, 2 * HOUR).find(
    (event) => event.kind === 'sign_in' && event.person_id === personId && event.country,
  )
  return last !== undefined && last.country !== country
}

/** Ten failures on one account within an hour, from wherever. */
export const manyFailures: Rule = ({ kind, now, personId }, before) => {
  if (kind !== 'sign_in_failed' || !personId) return false
  return failuresOf(personId, within(before, now, HOUR)).length + 1 >= 10
}

/** Failures on one account from five addresses within an hour. */
export const manyAddresses: Rule = ({ kind, now, personId, address }, before) => {
  if (kind !== 'sign_in_failed' || !personId) return false
  const failures = failuresOf(personId, within(before, now, HOUR))
  return distinct([...failures.map((event) => event.address), address]) >= 5
}

/** Failures from one address on ten accounts within an hour, whether they exist or not. */
export const manyAccounts: Rule = ({ kind, now, address }, before) => {
  if (kind !== 'sign_in_failed' || !address) return false
  const failures = within(before, now, HOUR).filter(
    (event) => event.kind === 'sign_in_failed' && event.address === address,
  )
  return distinct(failures.map(({ detail }) => detail.account)) >= 10
}

/**
 * A device that its owner has not used before; with the first one, everybody begins. It is no threat by
 * itself, so it is not one of RULES: its owner is told each time.
 */
export const newDevice: Rule = ({ kind, personId, device }) =>
  kind === 'sign_in' && personId !== null && device !== undefined && !device.first && !device.known

/**
 * A refresh token that was traded already, later than two requests at the same moment can explain:
 * Supabase Auth, which knows, refuses it then. Somebody has a copy of the session.
 */
export const tokenReused: Rule = ({ kind, personId }) =>
  kind === 'token_reused' && personId !== null

function failuresOf(personId: string, events: RecentEvent[]): RecentEvent[] {
  return events.filter((event) => event.kind === 'sign_in_failed' && event.person_id === personId)
}

type ThreatRule =
  'new_country' | 'many_failures' | 'many_addresses' | 'many_accounts' | 'token_reused'

const RULES: Record<ThreatRule, Rule> = {
  new_country: newCountry,
  many_failures: manyFailures,
  many_addresses: manyAddresses,
  many_accounts: manyAccounts,
  token_reused: tokenReused,
}

/** How long a rule stays silent about the same thing after it has spoken. */
const SILENT_MS = 6 * HOUR

/** The rules that recognise something now and have not said so lately. */
export function recognisedThreats(happening: Happening, before: RecentEvent[]): ThreatRule[] {
  const told = within(before, happening.now, SILENT_MS)
    .filter(({ kind }) => kind === 'threat')
    .map(({ detail }) => detail.rule)
  const names = Object.keys(RULES) as ThreatRule[]
  return names.filter((name) => !told.includes(name) && RULES[name](happening, before))
}
