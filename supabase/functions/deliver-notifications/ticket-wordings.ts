import type { About, TicketStatus } from './about.ts'
import type { Wording } from './wording.ts'

/**
 * Words for notices about tickets. A ticket goes by its number alone: what people wrote stays in
 * the portal, where only its readers see it.
 */
export const ticketWordings: Record<string, (about: About) => Wording> = {
  ticket_received: (about) => ({
    subject: `We have ${yourTicket(about)}`,
    paragraphs: [
      `We have received ${yourTicket(about)}. A person reads it and replies on its page.`,
      'What you wrote is not in this mail. It stands on the page of the ticket.',
    ],
    ...leadsTo(about),
    sms: `Support portal: we have received ${yourTicket(about)}.`,
  }),
  ticket_reply: (about) => ({
    subject: `We replied to ${yourTicket(about)}`,
    paragraphs: [`Our reply stands on the page of ${yourTicket(about)}.`, ...afterIt(about.status)],
    ...leadsTo(about),
    sms: `Support portal: we replied to ${yourTicket(about)}.`,
  }),
  ticket_status: (about) => {
    const said = `${capital(yourTicket(about))} ${becameOf(about.status)}`
    return {
      subject: said,
      paragraphs: [`${said}.`, ...afterIt(about.status)],
      ...leadsTo(about),
      sms: `Support portal: ${yourTicket(about)} ${becameOf(about.status)}.`,
    }
  },
  ticket_reopened: (about) => ({
    subject: `${capital(yourTicket(about))} is open again`,
    paragraphs: [`${capital(yourTicket(about))} is open again, and we go on with it.`],
    ...leadsTo(about),
    sms: `Support portal: ${yourTicket(about)} is open again.`,
  }),
}

function yourTicket({ ticket }: About): string {
  return ticket ? `your ticket ${ticket}` : 'your ticket'
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function becameOf(status: TicketStatus | undefined): string {
  if (status === 'solved') return 'is solved'
  if (status === 'pending') return 'waits for you'
  if (status === 'on_hold') return 'is on hold'
  return 'has another status'
}

/** What a status means for the person who reads, where that is not clear from its word. */
function afterIt(status: TicketStatus | undefined): string[] {
  if (status === 'solved')
    return ['If it is not solved for you, reply within 7 days: that opens it again.']
  if (status === 'pending') return ['We need an answer from you to go on.']
  if (status === 'on_hold') return ['We wait for somebody else and tell you when it goes on.']
  return []
}

function leadsTo({ ticket }: About): Pick<Wording, 'action' | 'more'> {
  return {
    action: { label: 'Open the ticket', path: ticket ? `/tickets/${ticket}` : '/tickets' },
    more: { label: 'Choose which notices you get', path: '/account/notifications' },
  }
}
