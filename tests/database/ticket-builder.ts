import { randomUUID } from 'node:crypto'
import type { Person, Row, TestDatabase } from './harness'

type Page = {
  ticket: Row & { id: string; number: number; status: string; version: number }
  messages: (Row & { id: string; kind: string; body: string; attachments: Row[] })[]
  events: (Row & { kind: string; before: string | null; after: string | null })[]
}

/** The arguments of open_ticket, complete and valid, with a new id. */
export function newTicket(changes: Row = {}) {
  return {
    id: randomUUID() as string,
    subject: 'I cannot sign in',
    description: 'The page says that my password is wrong, and it is not.',
    category: 'signing-in',
    priority: 'normal',
    ...changes,
  }
}

export async function openTicket(db: TestDatabase, requester: Person, changes: Row = {}) {
  const args = newTicket(changes)
  const number = await db.rpc<number>(requester, 'open_ticket', args)
  return { id: args.id, number }
}

export function reply(db: TestDatabase, author: Person, ticketNumber: number, changes: Row = {}) {
  const args = { ticket_number: ticketNumber, id: randomUUID(), body: 'Thank you.', ...changes }
  return db.rpc<number>(author, 'reply_to_ticket', args)
}

export function addNote(db: TestDatabase, author: Person, ticketNumber: number, body: string) {
  const args = { ticket_number: ticketNumber, id: randomUUID(), body }
  return db.rpc<null>(author, 'add_internal_note', args)
}

export function ticketPage(db: TestDatabase, reader: Person, ticketNumber: number) {
  return db.rpc<Page | null>(reader, 'ticket_page', { ticket_number: ticketNumber })
}

/** @throws when the reader cannot see the ticket. */
export async function getTicket(db: TestDatabase, reader: Person, ticketNumber: number) {
  const page = await ticketPage(db, reader, ticketNumber)
  if (!page) throw new Error(`${reader.name} cannot see ticket ${ticketNumber}.`)
  return page.ticket
}

/** As if the ticket had been solved that long ago. */
export async function solvedFor(db: TestDatabase, ticketNumber: number, interval: string) {
  await db.owner(
    `update public.tickets set status = 'solved', solved_at = now() - $2::interval where number = $1`,
    [ticketNumber, interval],
  )
}

/** Announces a file for a message, and has its bytes arrive in Storage. */
export async function attachFile(db: TestDatabase, person: Person, file: Row) {
  await db.rpc(person, 'attach_file', file)
  await db.owner(
    `insert into storage.objects (bucket_id, name) values ('ticket-attachments', $1)`,
    [`${String(file.ticket_id)}/${String(file.id)}`],
  )
}
