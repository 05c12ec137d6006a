/** The zones to choose from: every place that this server's calendar knows, and UTC. */
export function timeZones(): string[] {
  return [...Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/')), 'UTC']
}
