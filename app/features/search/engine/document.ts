export type DocumentType = 'article' | 'faq' | 'tutorial'

/** A part of a document that a result can point at: `id` is its anchor on the page. */
type DocumentSection = { id: string; title: string; text: string }

/**
 * What the engine indexes. `body` may be Markdown or plain text; `sections` are plain text already.
 * `questions` are words that customers use for the subject and that the text does not.
 */
export type SearchDocument = {
  id: string
  title: string
  description?: string
  keywords?: string[]
  headings?: string[]
  body: string
  questions?: string[]
  type?: DocumentType
  category?: string
  sections?: DocumentSection[]
}
