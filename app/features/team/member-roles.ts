/** What each role of the team may do, for the forms that give one. */
export const MEMBER_ROLES = [
  { value: 'agent', label: 'Agent: works on tickets, and writes saved replies' },
  { value: 'admin', label: 'Admin: also changes the team, the settings and accounts' },
]

/** The way out of the team that keeps the account. */
export const LEAVE_THE_TEAM = {
  value: 'customer',
  label: 'Customer: leaves the team, and keeps the account',
}
