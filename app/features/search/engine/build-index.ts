import { wordCounter } from './count-words'
import type { SearchDocument } from './document'
import { DEFAULT_PARAMETERS, type TextField } from './parameters'
import { passagesOf, type Passage } from './passages'
import { prepareIndex, type IndexOptions } from './prepare-index'
import { termReader, type ReadTerms } from './read-terms'
import type { IndexedDocument, SearchIndex, StoredIndex } from './search-index'
import { emptyVocabulary, type VocabularyWord } from './vocabulary'

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
  const count = wordCounter(vocabulary)
  const words = new Map<string, VocabularyWord[]>() // counted for all texts before the first is read
  for (const text of drafts.flatMap(textsOf)) words.set(text, count(text))
  const readTerms = termReader(vocabulary)
  const read: ReadText = (text, options) => readTerms(words.get(text) ?? [], options)
  return { vocabulary, documents: drafts.map((draft) => indexedDocument(read, draft)) }
}

type ReadText = (text: string, options?: Parameters<ReadTerms>[1]) => ReturnType<ReadTerms>

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
