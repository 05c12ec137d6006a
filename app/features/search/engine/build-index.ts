import type { SearchDocument } from './document'
import { DEFAULT_PARAMETERS, type TextField } from './parameters'
import { passagesOf, type Passage } from './passages'
import { prepareIndex, type IndexOptions } from './prepare-index'
import { readWords } from './read-terms'
import type { IndexedDocument, SearchIndex, StoredIndex, TermSequence } from './search-index'
import { addWord, emptyVocabulary } from './vocabulary'
import { wordTextsOf } from './words'

type Draft = { document: SearchDocument; passages: Passage[]; fields: Record<TextField, string> }

/** Indexes documents in memory. Ids must be unique; the order of documents breaks ties. */
export function buildIndex(documents: SearchDocument[], options: IndexOptions = {}): SearchIndex {
  return prepareIndex(indexDocuments(documents, options), options)
}

/** The part of an index that is stored: for a build that only writes it, without what searching needs. */
export function indexDocuments(
  documents: SearchDocument[],
  { parameters }: Pick<IndexOptions, 'parameters'> = {},
): StoredIndex {
  const { longestPassage } = { ...DEFAULT_PARAMETERS, ...parameters }
  const drafts = documents.map((document) => draftOf(document, longestPassage))
  const vocabulary = emptyVocabulary()
  const words = new Map<string, string[]>() // a text's words are needed twice: counted, then as terms
  for (const draft of drafts) {
    for (const text of textsOf(draft)) {
      const known = words.get(text) ?? wordTextsOf(text)
      words.set(text, known)
      for (const word of known) addWord(vocabulary, word)
    }
  }
  const read: ReadText = (text, options) => readWords(vocabulary, words.get(text) ?? [], options)
  return { vocabulary, documents: drafts.map((draft) => indexedDocument(read, draft)) }
}

type ReadText = (text: string, options?: { keepStopWords?: boolean }) => TermSequence

function draftOf(document: SearchDocument, longestPassage: number): Draft {
  const passages = passagesOf(document, longestPassage)
  const headings = document.headings?.length
    ? document.headings
    : [...new Set(passages.map(({ title }) => title))]
  return {
    document,
    passages,
    fields: {
      title: document.title,
      keywords: (document.keywords ?? []).join('\n'),
      headings: headings.join('\n'),
      questions: (document.questions ?? []).join('\n'),
      description: document.description ?? '',
    },
  }
}

function textsOf({ fields, passages }: Draft): string[] {
  return [...Object.values(fields), ...passages.flatMap(({ title, text }) => [title, text])]
}

function indexedDocument(read: ReadText, draft: Draft): IndexedDocument {
  const { id, title, type, category } = draft.document
  const field = (name: TextField) => read(draft.fields[name], { keepStopWords: name === 'title' })
  return {
    id,
    title,
    type,
    category,
    fields: {
      title: field('title'),
      keywords: field('keywords'),
      headings: field('headings'),
      questions: field('questions'),
      description: field('description'),
    },
    passages: draft.passages.map((passage) => ({
      ...passage,
      titleTerms: read(passage.title),
      terms: read(passage.text),
    })),
  }
}
