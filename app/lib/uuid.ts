const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A UUID as it stands in a URL or a form, or null for anything else. */
export function readUuid(value: unknown): string | null {
  return typeof value === 'string' && UUID.test(value) ? value : null
}
