import { randomBytes } from 'node:crypto'
import { networkOf, readAddress } from '~/lib/network-address'
import { browserName } from './browser-name'
import type { Caller } from './caller'
import { countryOf } from './country.server'
import { secretKey } from './secret-key.server'

/** Where a request comes from, as far as the portal can tell. */
export type Visit = {
  /** Null when a proxy of ours names none. */
  address: string | null
  /** ISO 3166, two letters. */
  country: string | null
  browser: string
  system: string
  /** The key of the network that the address is in. */
  addressKey: string
  /** The key of the browser; null until somebody has signed in with it. */
  deviceKey: string | null
}

const DEVICE_COOKIE_S = 365 * 24 * 60 * 60

function cookieName({ env }: Pick<Caller, 'env'>): string {
  return env.secure ? '__Host-portico-device' : 'portico-device'
}

type Visitor = Pick<Caller, 'env' | 'clientAddress' | 'cookies'>

/** Looks at one request. Only the address that our own proxies saw counts. */
export function readVisit(caller: Visitor, request: Pick<Request, 'headers'>): Visit {
  const { env, clientAddress, cookies } = caller
  const address = readAddress(clientAddress)
  const cookie = cookies.get(cookieName(caller))
  return {
    address,
    country: address && countryOf(address),
    ...browserName(request.headers.get('user-agent')),
    addressKey: secretKey(env, 'address', networkOf(address ?? clientAddress)),
    deviceKey: cookie && /^[\w-]{22}$/.test(cookie) ? secretKey(env, 'device', cookie) : null,
  }
}

/**
 * Lets the browser be known again at the next sign-in: 128 random bits that say nothing else.
 * @returns its key
 */
export function markDevice(caller: Caller, visit: Visit): string {
  const known = visit.deviceKey ? caller.cookies.get(cookieName(caller)) : null
  const value = known ?? randomBytes(16).toString('base64url')
  caller.cookies.set(cookieName(caller), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: caller.env.secure,
    maxAge: DEVICE_COOKIE_S,
  })
  return secretKey(caller.env, 'device', value)
}
