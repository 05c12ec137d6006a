const LOOPBACK_NAMES = new Set(['localhost', '[::1]', '::1'])

/** All of 127.0.0.0/8, and no name that only begins like it: `127.evil.example` is anybody's. */
const LOOPBACK_ADDRESS = /^127(?:\.\d{1,3}){3}$/

/** True where a host name means this machine, so that plain http stays on it. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK_NAMES.has(hostname) || LOOPBACK_ADDRESS.test(hostname)
}
