export type Role = 'customer' | 'agent' | 'admin'

/** Who is asking, as Postgres knows them at this moment. */
export type Viewer = {
  id: string
  /** Null for people who came with a phone number alone. */
  email: string | null
  /** With country code, without the plus; null without one. */
  phone: string | null
  role: Role
  name: string
  /** IANA name such as `Europe/Berlin`; null until the person has told us. */
  timeZone: string | null
  sessionId: string
  /** Whether single letters act at the desk. */
  shortcuts: boolean
}

/** Agents and admins work the desk. */
export function isStaff(viewer: Viewer): boolean {
  return viewer.role !== 'customer'
}

export function isAdmin(viewer: Viewer): boolean {
  return viewer.role === 'admin'
}
