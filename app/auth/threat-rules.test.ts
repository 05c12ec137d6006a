import { expect, test } from 'vitest'
import {
  manyAccounts,
  manyAddresses,
  manyFailures,
  newCountry,
  newDevice,
  recognisedThreats,
  tokenReused,
  type Happening,
  type RecentEvent,
} from './threat-rules'

const NOW = new Date('2026-03-01T12:00:00Z')
const HERE = '203.0.113.7'

const signIn: Happening = {
  kind: 'sign_in',
  now: NOW,
  personId: 'maya',
  address: HERE,
  country: 'DE',
}
const failure: Happening = { ...signIn, kind: 'sign_in_failed' }

function event(changes: Partial<RecentEvent>, minutesAgo = 10): RecentEvent {
  return {
    kind: 'sign_in_failed',
    at: new Date(NOW.getTime() - minutesAgo * 60_000).toISOString(),
    person_id: 'maya',
    address: HERE,
    country: 'DE',
    detail: {},
    ...changes,
  }
}

const times = (count: number, make: (index: number) => RecentEvent) =>
  Array.from({ length: count }, (_, index) => make(index))

const before = (changes: Partial<RecentEvent>, minutesAgo?: number) => [
  event({ kind: 'sign_in', ...changes }, minutesAgo),
]

test.each([
  ['another country an hour ago', signIn, before({ country: 'NZ' }, 60), true],
  ['another country two hours ago', signIn, before({ country: 'NZ' }, 120), true],
  ['another country longer ago', signIn, before({ country: 'NZ' }, 121), false],
  ['the same country', signIn, before({}), false],
  ['a country that is not known', signIn, before({ country: null }), false],
  [
    'a sign-in from where the country is not known',
    { ...signIn, country: null },
    before({ country: 'NZ' }),
    false,
  ],
  [
    'somebody else in another country',
    signIn,
    before({ country: 'NZ', person_id: 'tomas' }),
    false,
  ],
  ['a failure in another country', signIn, [event({ country: 'NZ' })], false],
  ['a first sign-in', signIn, [], false],
  ['a failure now', failure, before({ country: 'NZ' }), false],
])('new country: %s → %s', (_case, happening, events, fires) => {
  expect(newCountry(happening, events)).toBe(fires)
})

test.each([
  ['nine before', failure, times(9, () => event({})), true],
  ['eight before', failure, times(8, () => event({})), false],
  [
    'nine before, some over an hour ago',
    failure,
    times(9, (i) => event({}, i < 1 ? 61 : 5)),
    false,
  ],
  ['nine of somebody else', failure, times(9, () => event({ person_id: 'tomas' })), false],
  [
    'an account that does not exist',
    { ...failure, personId: null },
    times(9, () => event({ person_id: null })),
    false,
  ],
  ['a success now', signIn, times(9, () => event({})), false],
])('many failures: %s → %s', (_case, happening, events, fires) => {
  expect(manyFailures(happening, events)).toBe(fires)
})

const fromAddresses = (count: number) => times(count, (i) => event({ address: `198.51.100.${i}` }))

test.each([
  ['four others and this one', failure, fromAddresses(4), true],
  ['three others and this one', failure, fromAddresses(3), false],
  ['five, all the same', failure, times(5, () => event({})), false],
  ['addresses that are forgotten', failure, times(9, () => event({ address: null })), false],
])('many addresses: %s → %s', (_case, happening, events, fires) => {
  expect(manyAddresses(happening, events)).toBe(fires)
})

const onAccounts = (count: number, changes: Partial<RecentEvent> = {}) =>
  times(count, (i) => event({ person_id: null, detail: { account: `key ${i}` }, ...changes }))

test.each([
  ['ten accounts', failure, onAccounts(10), true],
  ['nine accounts', failure, onAccounts(9), false],
  ['one account ten times', failure, times(10, () => event({ detail: { account: 'key' } })), false],
  ['ten accounts from elsewhere', failure, onAccounts(10, { address: '198.51.100.1' }), false],
  ['accounts that do not exist', { ...failure, personId: null }, onAccounts(10), true],
  ['no address', { ...failure, address: null }, onAccounts(10, { address: null }), false],
])('many accounts: %s → %s', (_case, happening, events, fires) => {
  expect(manyAccounts(happening, events)).toBe(fires)
})

test.each([
  ['one that nobody has seen', { ...signIn, device: { first: false, known: false } }, true],
  ['one that was used before', { ...signIn, device: { first: false, known: true } }, false],
  ['the very first', { ...signIn, device: { first: true, known: false } }, false],
  ['a sign-in whose device was not looked at', signIn, false],
  ['a failure', { ...failure, device: { first: false, known: false } }, false],
])('new device: %s → %s', (_case, happening, fires) => {
  expect(newDevice(happening, [])).toBe(fires)
})

const reuse: Happening = { ...signIn, kind: 'token_reused' }
const toldOfReuse = (minutesAgo: number) =>
  event({ kind: 'threat', detail: { rule: 'token_reused' } }, minutesAgo)

test.each([
  ['a token that was traded before', reuse, [], true],
  ['the same from an address that is not known', { ...reuse, address: null }, [], true],
  ['again within six hours', reuse, [toldOfReuse(359)], false],
  ['again on another day', reuse, [toldOfReuse(361)], true],
  ['a token of nobody', { ...reuse, personId: null }, [], false],
  ['a sign-in', signIn, [], false],
  ['a failure', failure, [], false],
])('refresh token used twice: %s → %s', (_case, happening, events, fires) => {
  expect(recognisedThreats(happening, events).includes('token_reused')).toBe(fires)
  expect(tokenReused(happening, events)).toBe(
    happening.kind === 'token_reused' && happening.personId !== null,
  )
})

test('a rule that has spoken is silent for six hours', () => {
  const failures = times(9, () => event({}))
  const told = (minutesAgo: number) =>
    event({ kind: 'threat', detail: { rule: 'many_failures' } }, minutesAgo)
  expect(recognisedThreats(failure, failures)).toEqual(['many_failures'])
  expect(recognisedThreats(failure, [...failures, told(5)])).toEqual([])
  expect(recognisedThreats(failure, [...failures, told(361)])).toEqual(['many_failures'])
})
