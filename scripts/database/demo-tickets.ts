import type { DemoTicket } from './demo-ticket'
import { activeTickets } from './demo-tickets-active'
import { doneTickets } from './demo-tickets-done'

/** What a portal looks like after some weeks, oldest first: every status, priority and category. */
export const demoTickets: DemoTicket[] = [...doneTickets, ...activeTickets]
