import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import {
  type Audience,
  CONTENT_SCHEMA_VERSION,
  type ContentIndex,
  type DocumentSummary,
  type FinishedDocument,
  mayRead,
} from './article'
import * as lists from './content-index'

/** Documents kept in memory; the rest is read when somebody asks for it. */
const KEPT_DOCUMENTS = 200

/** How long (ms) an index is taken to be the newest before the disk is asked again. */
const FRESH_MS = 1_000

/**
 * The finished content in a folder. A build that replaces it is noticed within a second. `reader`
 * says who asks: what is for staff does not exist for everyone else.
 */
export class Content {
  #index: ContentIndex | null = null
  #byPath = new Map<string, DocumentSummary>()
  #kept = new Map<string, FinishedDocument>()
  #changedAt = 0
  #lookedAt = -Infinity

  constructor(readonly directory: string) {}

  /** Changes whenever anything that can be read changes: a key for pages made from it. */
  get revision(): string {
    return this.#fresh().revision
  }

  listCategories(reader: Audience = 'everyone'): lists.ListedCategory[] {
    return lists.listCategories(this.#fresh(), reader)
  }

  /** Everything, for the site map and for what a search has found. */
  listDocuments(reader: Audience = 'everyone'): DocumentSummary[] {
    return lists.listDocuments(this.#fresh(), reader)
  }

  /** The articles of a category, or of all. */
  listArticles(category?: string, reader: Audience = 'everyone'): DocumentSummary[] {
    return lists.listOfKind(this.#fresh(), 'article', reader, category)
  }

  listFaqs(category?: string, reader: Audience = 'everyone'): DocumentSummary[] {
    return lists.listOfKind(this.#fresh(), 'faq', reader, category)
  }

  listTutorials(reader: Audience = 'everyone'): lists.ListedTutorial[] {
    return lists.listTutorials(this.#fresh(), reader)
  }

  listSteps(tutorial: string, reader: Audience = 'everyone'): DocumentSummary[] {
    return lists.listSteps(this.#fresh(), tutorial, reader)
  }

  /** What to begin with. @param read addresses of documents, most read first */
  listPopular(read: readonly string[], most: number): DocumentSummary[] {
    return lists.listPopular(this.#fresh(), read, most)
  }

  relatedTo(
    document: Pick<DocumentSummary, 'path' | 'category' | 'related'>,
    reader: Audience = 'everyone',
  ): DocumentSummary[] {
    return lists.relatedTo(this.#fresh(), document, reader)
  }

  /** Where an old address leads now, or null. */
  findRedirect(address: string): string | null {
    const { redirects } = this.#fresh()
    return Object.hasOwn(redirects, address) ? (redirects[address] ?? null) : null
  }

  /** The document at an address of the site; null when there is none for this reader. */
  findDocument(address: string, reader: Audience = 'everyone'): FinishedDocument | null {
    this.#fresh()
    // Only addresses of the index become names of files.
    const summary = this.#byPath.get(address)
    return summary && mayRead(reader, summary) ? this.#read(summary.path) : null
  }

  #read(address: string): FinishedDocument {
    const kept = this.#kept.get(address)
    this.#kept.delete(address)
    const document = kept ?? this.#load(address)
    // Put in last again: the first one is the one that nobody has asked for the longest.
    this.#kept.set(address, document)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT_DOCUMENTS) break
      this.#kept.delete(oldest)
    }
    return document
  }

  #load(address: string): FinishedDocument {
    // A small file of our own disk: the way through the thread pool would take longer than the read.
    const file = path.join(this.directory, `documents${address}.json`)
    return JSON.parse(readFileSync(file, 'utf8')) as FinishedDocument
  }

  #fresh(): ContentIndex {
    const now = performance.now()
    if (this.#index && now - this.#lookedAt < FRESH_MS) return this.#index
    this.#lookedAt = now
    const file = path.join(this.directory, 'index.json')
    const changedAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs
    if (changedAt === undefined) return this.#index ?? missing(file)
    if (this.#index && changedAt === this.#changedAt) return this.#index
    this.#changedAt = changedAt
    const index = readIndex(file)
    if (!index) return this.#index ?? missing(file)
    this.#index = index
    this.#byPath = new Map(index.documents.map((document) => [document.path, document]))
    this.#kept.clear()
    return index
  }
}

/** Null when it is damaged or of another version: who has an older one goes on with it. */
function readIndex(file: string): ContentIndex | null {
  try {
    const index = JSON.parse(readFileSync(file, 'utf8')) as ContentIndex
    return index.schemaVersion === CONTENT_SCHEMA_VERSION ? index : null
  } catch {
    return null
  }
}

function missing(file: string): never {
  throw new Error(`${file} is missing, damaged or of another version. Run "npm run content:build".`)
}

const opened = new Map<string, Content>()

/** The content in a folder, the same object for the same folder. */
export function openContent(directory = 'build/content'): Content {
  const folder = path.resolve(directory)
  const content = opened.get(folder) ?? new Content(folder)
  opened.set(folder, content)
  return content
}
