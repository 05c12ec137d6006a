import { expect, test } from 'vitest'
import { isTrustedOrigin } from './origin'

const OURS = 'https://help.example.com'
const nothing = { origin: null, secFetchSite: null, referer: null }

test.each([
  ['a text browser that sends nothing', nothing],
  ['our own page in a browser', { ...nothing, secFetchSite: 'same-origin', origin: OURS }],
  ['an address typed by hand', { ...nothing, secFetchSite: 'none' }],
  ['an older browser', { ...nothing, origin: OURS }],
  ['a text browser with a referer', { ...nothing, referer: `${OURS}/tickets/new` }],
])('%s may post', (_name, headers) => {
  expect(isTrustedOrigin(headers, OURS)).toBe(true)
})

test.each([
  ['another site', { ...nothing, secFetchSite: 'cross-site', origin: 'https://evil.example' }],
  ['another site that claims our origin', { ...nothing, secFetchSite: 'cross-site', origin: OURS }],
  ['a sibling of our domain', { ...nothing, secFetchSite: 'same-site' }],
  ['a sandboxed frame', { ...nothing, origin: 'null' }],
  ['another port', { ...nothing, origin: `${OURS}:8443` }],
  ['a foreign referer alone', { ...nothing, referer: 'https://evil.example/' }],
  ['a look-alike referer', { ...nothing, referer: `${OURS}.evil.example/` }],
  ['an empty origin', { ...nothing, origin: '' }],
])('%s may not post', (_name, headers) => {
  expect(isTrustedOrigin(headers, OURS)).toBe(false)
})
