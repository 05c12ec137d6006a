import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DocumentType } from './engine/document'
import { CHOSEN_KEYWORDS } from './engine/parameters'
import { search, type SearchResult } from './engine/search'
import type { SearchIndex } from './engine/search-index'
import { loadIndex } from './engine/serialise-index'
import type { Snippet } from './engine/snippet'

/** What the search needs to know of the finished content; the articles' own object fits. */
export type SearchableContent = {
  directory: string
  revision: string
  listDocuments(): FoundDocument[]
}

type FoundDocument = {
  path: string
  kind: string
  title: string
  category: string | null
  /** Which text of it this is. */
  revision: string
}

/** A result with what a list shows of it. */
export type Found = FoundDocument & {
  snippet: Snippet
  /** Where on the page the snippet stands; empty for its beginning. */
  anchor: string
}

export type FoundList = {
  results: Found[]
  total: number
  /** Which page of the results these are: past the end it is the last one. */
  page: number
  /** Words that were read as others. */
  corrected: { from: string; to: string }[]
}

type Options = { type?: DocumentType; category?: string; limit?: number; page?: number }

/** One index a folder, read again when its content has changed. */
const kept = new Map<string, { revision: string; index: SearchIndex }>()

/** The index of some content, read once for each revision of it. */
export function indexOf(content: SearchableContent): SearchIndex {
  const known = kept.get(content.directory)
  if (known?.revision === content.revision) return known.index
  const synonyms = JSON.parse(
    readFileSync(join(content.directory, 'synonyms.json'), 'utf8'),
  ) as string[][]
  const index = loadIndex(readFileSync(join(content.directory, 'search.json'), 'utf8'), {
    synonyms,
    parameters: CHOSEN_KEYWORDS,
  })
  kept.set(content.directory, { revision: content.revision, index })
  return index
}

export const RESULTS_A_PAGE = 10

/** Searches everything that everybody may read. */
export function searchContent(
  content: SearchableContent,
  query: string,
  { type, category, limit = RESULTS_A_PAGE, page = 1 }: Options = {},
): FoundList {
  const index = indexOf(content)
  const {
    results,
    total,
    corrected = [],
  } = search(index, query, { type, category, limit: limit * page })
  const shown = Math.min(page, Math.max(1, Math.ceil(total / limit)))
  const found = foundDocuments(content, results.slice(limit * (shown - 1), limit * shown))
  return { results: found, total, page: shown, corrected }
}

/** Results with what a list shows of each document; what is gone meanwhile is left out. */
export function foundDocuments(content: SearchableContent, results: SearchResult[]): Found[] {
  const documents = new Map(content.listDocuments().map((document) => [document.path, document]))
  return results.flatMap(({ id, snippet, sectionId }) => {
    const document = documents.get(id)
    if (!document) return []
    const { path, kind, title, category, revision } = document
    return [{ path, kind, title, category, revision, snippet, anchor: sectionId ?? '' }]
  })
}
