/** What `scripts/content/build.ts` writes and the portal reads. Raise it when a shape below changes. */
export const CONTENT_SCHEMA_VERSION = 1

/** Where the portal serves `build/content/media`; the names in it carry a hash, so they never change. */
export const MEDIA_PATH = '/media/'

export type Audience = 'everyone' | 'staff'

export type DocumentKind = 'article' | 'faq' | 'tutorial' | 'step'

/** A category of tickets, by the slug it has in the database. */
type TicketCategory = 'signing-in' | 'tickets' | 'account' | 'your-data' | 'other'

export type Category = {
  slug: string
  title: string
  description: string
  order: number
  /** The tickets that this category saves people from writing. */
  ticketCategory: TicketCategory
  audience: Audience
}

/** What lists, cards and links need to know about a document. */
export type DocumentSummary = {
  /** The address on the site, such as `/kb/tickets/add-files`. It is the document's identity too. */
  path: string
  kind: DocumentKind
  /** The slug of its category; null for tutorials and their steps. */
  category: string | null
  /** The slug of the tutorial that a step belongs to; null for everything else. */
  tutorial: string | null
  slug: string
  title: string
  description: string
  keywords: string[]
  /** The words in which customers ask for it. They are searched. */
  questions: string[]
  /** Addresses of documents that a writer chose to name below this one. */
  related: string[]
  order: number
  /** The day of the last change, `YYYY-MM-DD`. */
  updated: string
  audience: Audience
  /** Minutes to read; for a step, minutes to do it; for a tutorial, all its steps together. */
  minutes: number
  hasVideo: boolean
  /** The source in the repository, for "Edit this page". */
  source: string
  /** sha256 of the source: which text a vote or an answer was about. */
  revision: string
}

export type Heading = { id: string; title: string; depth: number }

/** The text from one heading to the next. The first one, before any heading, has the id ''. */
export type Section = { id: string; title: string; text: string }

export type FinishedDocument = DocumentSummary & {
  /** Ready to send: without script, without inline style, with its links checked. */
  html: string
  headings: Heading[]
  sections: Section[]
  text: string
  /** The same document as plain Markdown, for readers and programs that want text. */
  markdown: string
}

export type ContentIndex = {
  schemaVersion: typeof CONTENT_SCHEMA_VERSION
  /** Changes whenever anything that can be read changes. */
  revision: string
  categories: Category[]
  documents: DocumentSummary[]
  /** Old address to new address. */
  redirects: Record<string, string>
}

/** Staff read everything, everyone else only what is for everyone. */
export function mayRead(reader: Audience, document: { audience: Audience }): boolean {
  return reader === 'staff' || document.audience === 'everyone'
}
