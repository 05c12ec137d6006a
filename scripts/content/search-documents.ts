import type { FinishedDocument } from '~/features/articles/article'
import type { SearchDocument } from '~/features/search/engine/document'

/**
 * What the search engine indexes: the documents for everyone, since results are the same for
 * everybody. `asks` never get here: a finished document does not have them.
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
      sections: document.sections,
      ...(document.category ? { category: document.category } : {}),
    }))
}
