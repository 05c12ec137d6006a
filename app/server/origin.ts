/** The headers of a request that say which page it came from; each may be missing. */
type OriginHeaders = {
  origin: string | null
  secFetchSite: string | null
  referer: string | null
}

/**
 * May a request that changes something come from where it says? Browsers tell by `Sec-Fetch-Site`
 * or `Origin`; text browsers send neither, and for them SameSite=Lax cookies stand behind this.
 * @param publicUrl our own origin, the only one that is trusted
 */
export function isTrustedOrigin(headers: OriginHeaders, publicUrl: string): boolean {
  const { origin, secFetchSite, referer } = headers
  if (secFetchSite !== null) return secFetchSite === 'same-origin' || secFetchSite === 'none'
  if (origin !== null) return origin === publicUrl
  return referer === null || referer === publicUrl || referer.startsWith(`${publicUrl}/`)
}
