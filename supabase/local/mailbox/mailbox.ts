import { randomUUID } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'

export type Message = {
  id: string
  kind: 'mail' | 'sms'
  to: string
  subject: string
  text: string
  html: string
  /** When it was sent, ISO 8601 in UTC. */
  at: string
}

/** With an id of its own a message that is sent again is kept once. */
type Draft = Omit<Message, 'id' | 'at'> & { id?: string }

/** More than anybody reads; the oldest make room at the next start. */
const kept = 2000

/**
 * Everything that would have left by mail or SMS, kept as JSON lines in a file so that a link
 * still works after a restart.
 */
export class Mailbox {
  readonly #messages: Message[]

  constructor(private readonly path: string) {
    const all = existsSync(path) ? readMessages(readFileSync(path, 'utf8')) : []
    this.#messages = all.slice(-kept)
    if (all.length > kept) writeFileSync(path, this.#messages.map(toLine).join(''))
  }

  deliver(draft: Draft): Message {
    const known = draft.id && this.find(draft.id)
    if (known) return known
    const message = { ...draft, id: draft.id ?? randomUUID(), at: new Date().toISOString() }
    appendFileSync(this.path, toLine(message), { mode: 0o600 })
    this.#messages.push(message)
    return message
  }

  /** Newest first. */
  list(to?: string): Message[] {
    const wanted = to?.toLowerCase()
    const mine = this.#messages.filter((message) => !wanted || message.to.toLowerCase() === wanted)
    return mine.reverse()
  }

  find(id: string): Message | null {
    return this.#messages.find((message) => message.id === id) ?? null
  }
}

function toLine(message: Message): string {
  return JSON.stringify(message) + '\n'
}

/** A process that was killed may have left half a line at the end. */
function readMessages(text: string): Message[] {
  return text.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as Message]
    } catch {
      return []
    }
  })
}
