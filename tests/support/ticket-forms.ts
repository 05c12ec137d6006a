import { randomUUID } from 'node:crypto'
import type { Actor, Fields } from './actors'

/** What a customer types; complete, so that a test names only what it is about. */
export const TYPED = {
  subject: 'I cannot sign in',
  description: 'The page says that my password is wrong, and it is not.',
  category: 'signing-in',
  priority: 'normal',
}

/** A small picture whose bytes say that it is one. */
export function picture(name = 'picture.png', size = 200): File {
  const head = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ', 'base64')
  return new File([Buffer.concat([head, Buffer.alloc(Math.max(0, size - head.length), 7)])], name, {
    type: 'image/png',
  })
}

/** A whole picture, one that can be drawn. */
export function realPicture(name = 'dot.png'): File {
  const bytes = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  return new File([bytes], name, { type: 'image/png' })
}

/** Fills the form of a new ticket and presses "Continue". */
export function writeTicket(actor: Actor, id: string, fields: Fields = {}): Promise<Response> {
  return actor.post(`/tickets/new?draft=${id}`, { ...TYPED, intent: 'continue', ...fields })
}

/** Presses "Send my ticket" on the page after it. */
export function sendTicket(actor: Actor, id: string): Promise<Response> {
  return actor.post(`/tickets/new/answers?draft=${id}`, { intent: 'send' })
}

/** The number in the address that a response leads to. @throws when it leads elsewhere */
export function ticketNumberIn(response: Response): number {
  const location = response.headers.get('Location') ?? ''
  const number = /^\/tickets\/(\d+)$/.exec(location)?.[1]
  if (!number) throw new Error(`${response.status} leads to "${location}", not to a ticket.`)
  return Number(number)
}

/** Opens a ticket by its two forms. */
export async function openTicket(
  actor: Actor,
  fields: Fields = {},
): Promise<{ id: string; number: number }> {
  const id = randomUUID()
  const written = await writeTicket(actor, id, fields)
  if (written.status !== 303) throw new Error(`The form answered ${written.status}.`)
  return { id, number: ticketNumberIn(await sendTicket(actor, id)) }
}

/** Replies at the customer's or the desk's page of a ticket. */
export function reply(
  actor: Actor,
  page: string,
  fields: Fields,
  id: string = randomUUID(),
): Promise<Response> {
  const key = page.startsWith('/admin') ? 'message' : 'reply'
  return actor.post(`${page}?${key}=${id}`, { intent: 'reply', ...fields })
}

/** Gives a ticket a feed. @returns the path of its address, which the next page shows once */
export async function makeFeed(actor: Actor, number: number): Promise<string> {
  const page = await actor.postAndFollow(`/tickets/${number}/feed`, { intent: 'make' })
  const [path] = /\/tickets\/\d+\/feed\.atom\?token=[\w-]{22}/.exec(await page.text()) ?? []
  if (!path) throw new Error(`Ticket ${number} has no address of a feed.`)
  return path
}

/** The addresses of the files that a page links to. */
export function fileLinks(html: string): string[] {
  return [...html.matchAll(/href="(\/tickets\/\d+\/files\/[\w-]+)"/g)].map(([, path]) => path!)
}
