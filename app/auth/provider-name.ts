const NAMES: Record<string, string> = {
  github: 'GitHub',
  gitlab: 'GitLab',
  linkedin_oidc: 'LinkedIn',
}

/** "GitHub", "Google". */
export function providerName(provider: string): string {
  const plain = provider.charAt(0).toUpperCase() + provider.slice(1)
  return Object.hasOwn(NAMES, provider) ? NAMES[provider]! : plain.replaceAll('_', ' ')
}
