import {
  type Audience,
  type Category,
  type ContentIndex,
  type DocumentKind,
  type DocumentSummary,
  mayRead,
} from './article'

/** A category with how much of it a reader can open. */
export type ListedCategory = Category & { articles: number; answers: number }

export type ListedTutorial = DocumentSummary & { steps: DocumentSummary[] }

const RELATED = 3

/** All that can be asked of the index, for one reader: what they may not read does not exist. */
export function listDocuments(index: ContentIndex, reader: Audience): DocumentSummary[] {
  return index.documents.filter((document) => mayRead(reader, document))
}

/** Categories with something in them, in the order of categories.yml. */
export function listCategories(index: ContentIndex, reader: Audience): ListedCategory[] {
  const documents = listDocuments(index, reader)
  const count = (kind: DocumentKind, slug: string) =>
    documents.filter((document) => document.kind === kind && document.category === slug).length
  return index.categories
    .filter((category) => mayRead(reader, category))
    .map((category) => ({
      ...category,
      articles: count('article', category.slug),
      answers: count('faq', category.slug),
    }))
    .filter((category) => category.articles + category.answers > 0)
}

/** The documents of a kind, of one category or of all, in the order of the site. */
export function listOfKind(
  index: ContentIndex,
  kind: DocumentKind,
  reader: Audience,
  category?: string,
): DocumentSummary[] {
  return listDocuments(index, reader).filter(
    (document) =>
      document.kind === kind && (category === undefined || document.category === category),
  )
}

export function listTutorials(index: ContentIndex, reader: Audience): ListedTutorial[] {
  return listOfKind(index, 'tutorial', reader).map((tutorial) => ({
    ...tutorial,
    steps: listSteps(index, tutorial.slug, reader),
  }))
}

export function listSteps(
  index: ContentIndex,
  tutorial: string,
  reader: Audience,
): DocumentSummary[] {
  return listOfKind(index, 'step', reader).filter((step) => step.tutorial === tutorial)
}

/** What the writer named, filled up to three from the same category. */
export function relatedTo(
  index: ContentIndex,
  document: Pick<DocumentSummary, 'path' | 'category' | 'related'>,
  reader: Audience,
): DocumentSummary[] {
  const all = listDocuments(index, reader).filter((other) => other.path !== document.path)
  const named = document.related.flatMap((path) => all.find((other) => other.path === path) ?? [])
  const neighbours = all.filter(
    (other) =>
      other.category !== null && other.category === document.category && !named.includes(other),
  )
  return [...named, ...neighbours.slice(0, Math.max(0, RELATED - named.length))]
}

/**
 * Articles to begin with: those that are read most, then those that the writers put first, in turn
 * from each subject.
 * @param read addresses of documents, most read first
 */
export function listPopular(
  index: ContentIndex,
  read: readonly string[],
  most: number,
): DocumentSummary[] {
  const subjects = listCategories(index, 'everyone').map(({ slug }) =>
    listOfKind(index, 'article', 'everyone', slug),
  )
  const longest = Math.max(0, ...subjects.map((articles) => articles.length))
  const inTurn = Array.from({ length: longest }, (_, place) =>
    subjects.flatMap((articles) => articles[place] ?? []),
  ).flat()
  const byPath = new Map(inTurn.map((article) => [article.path, article]))
  const popular = read.flatMap((path) => byPath.get(path) ?? [])
  return [...new Set([...popular, ...inTurn])].slice(0, most)
}
