import type { Answer } from './answer-list'
import type { Content } from './content.server'

/** The answers at some addresses, in their order; what is gone is left out. */
export function listAnswers(content: Content, found: { path: string }[]): Answer[] {
  return found
    .map(({ path }) => content.findDocument(path))
    .filter((document) => document !== null)
    .map(({ path, slug, title, html }) => ({ path, slug, title, html }))
}

/** The answers of one subject, or of all, by subject. */
export function listAnswerGroups(content: Content, only?: string) {
  const subjects = content
    .listCategories()
    .filter(({ slug, answers }) => answers > 0 && (only === undefined || slug === only))
  return subjects.map(({ slug, title }) => ({
    slug,
    title,
    answers: listAnswers(content, content.listFaqs(slug)),
  }))
}
