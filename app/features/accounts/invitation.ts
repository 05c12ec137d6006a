/** What the link of an invitation leads to, as `find_invitation()` answers it. */
export type Invitation = {
  email: string
  role: 'agent' | 'admin'
  invited_by: string
  state: 'waiting' | 'expired' | 'accepted' | 'revoked'
  /** Whether the address has an account whose owner has shown that it is theirs. */
  has_account: boolean
}
