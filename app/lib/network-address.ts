import { isIP } from 'node:net'

/** An address as Postgres takes it, or null for what is none, such as a forged header. */
export function readAddress(text: string): string | null {
  const [address = ''] = text.split('%')
  return isIP(address) === 0 ? null : address.toLowerCase()
}

/**
 * Who counts as one: an IPv4 address, or the /64 of an IPv6 address, since one customer of a provider
 * has all addresses of it.
 */
export function networkOf(address: string): string {
  return isIP(address) === 6 ? `${groupsOf(address).slice(0, 4).join(':')}::/64` : address
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): string[] {
  const [before = '', after] = address.split('::')
  const groups = (part: string) => part.split(':').filter(Boolean).flatMap(withoutDots)
  const head = groups(before)
  if (after === undefined) return head.map(short)
  const tail = groups(after)
  const gap = Array<string>(8 - head.length - tail.length).fill('0')
  return [...head, ...gap, ...tail].map(short)
}

function short(group: string): string {
  return group.toLowerCase().replace(/^0+(?=.)/, '')
}

/** `192.0.2.1` at the end of an IPv6 address is two of its groups. */
function withoutDots(group: string): string[] {
  if (!group.includes('.')) return [group]
  const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number)
  return [(a * 256 + b).toString(16), (c * 256 + d).toString(16)]
}
