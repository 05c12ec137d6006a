/** Who works the desk. */
export type Member = {
  id: string
  name: string
  role: 'agent' | 'admin'
  email: string | null
  open_tickets: number
  /** ISO 8601; null for somebody who never signed in. */
  last_seen_at: string | null
}

/** An invitation that was neither accepted nor taken back. */
export type Invitation = {
  id: string
  email: string
  role: 'agent' | 'admin'
  state: 'waiting' | 'expired'
  invited_by: string
  sent_at: string
  expires_at: string
}

/** As `team()` answers it: admins first, and the newest invitation first. */
export type Team = { members: Member[]; invitations: Invitation[] }

export const ROLE_LABEL = { agent: 'Agent', admin: 'Admin', customer: 'Customer' } as const
