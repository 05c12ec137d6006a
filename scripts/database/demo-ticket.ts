export type DemoPersonKey = 'maya' | 'tomas' | 'ines' | 'per'

/** One step in the life of a ticket. */
export type DemoStep = {
  /** Hours since the ticket was opened. */
  at: number
  by: DemoPersonKey
  /** What was written, if anything. */
  reply?: string
  note?: string
  /** The status from then on. */
  status?: 'open' | 'pending' | 'on_hold' | 'solved' | 'closed'
  /** From then on the ticket is theirs. */
  takes?: true
}

export type DemoTicket = {
  openedDaysAgo: number
  requester: 'maya' | 'tomas'
  subject: string
  description: string
  category: 'signing-in' | 'tickets' | 'account' | 'your-data' | 'other'
  priority: 'low' | 'normal' | 'high' | 'urgent'
  steps: DemoStep[]
}
