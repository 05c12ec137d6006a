/**
 * The address of the person, seen past our own proxies. Each proxy appends the address it was called
 * from to `X-Forwarded-For`, so only the last `trustedProxies` entries are facts; what stands before
 * them anybody may have typed.
 * @param socketAddress the address of the TCP connection
 * @param forwardedFor the header as it came
 * @param trustedProxies how many proxies of ours stand in front (TRUST_PROXY)
 */
export function clientAddress(
  socketAddress: string,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string {
  const hops = (forwardedFor ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter(Boolean)
  const chain = [...hops, socketAddress]
  const address = chain[chain.length - 1 - trustedProxies] ?? chain[0] ?? socketAddress
  return address.replace(/^::ffff:(?=\d+\.)/, '')
}
