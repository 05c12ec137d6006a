import type { FinishedDocument } from '~/features/articles/article'

/** What the search engine indexes of a document. */
export type SearchDocument = {
  /** The address of the document. */
  id: string
  title: string
  description?: string
  keywords?: string[]
  headings?: string[]
  body: string
  questions?: string[]
  type?: 'article' | 'faq' | 'tutorial'
  category?: string
}

/**
 * The documents that are searched: those for everyone, since results are the same for everybody.
 * `asks` never get here: a finished document does not have them.
 */
export function searchDocuments(documents: FinishedDocument[]): SearchDocument[] {
  return documents
    .filter((document) => document.audience === 'everyone')
    .map((document) => ({
      id: document.path,
      title: document.title,
      description: document.description,
      keywords: document.keywords,
      headings: document.headings.map((heading) => heading.title),
      body: document.text,
      questions: document.questions,
      type: document.kind === 'step' ? 'tutorial' : document.kind,
      ...(document.category ? { category: document.category } : {}),
    }))
}
