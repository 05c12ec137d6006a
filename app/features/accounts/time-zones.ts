let zones: string[] | undefined

/** The zones to choose from: every place that this server's calendar knows, and UTC. */
export function timeZones(): string[] {
  const places = () => Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'))
  return (zones ??= [...places(), 'UTC'])
}
