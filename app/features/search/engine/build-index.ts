import type { SearchDocument } from './document'
import { DEFAULT_PARAMETERS, type TextField } from './parameters'
import { passagesOf, type Passage } from './passages'
import { prepareIndex, type IndexOptions } from './prepare-index'
import { readTerms } from './read-terms'
import type { IndexedDocument, SearchIndex } from './search-index'
import { addWord, emptyVocabulary, type Vocabulary } from './vocabulary'
import { wordsOf } from './words'

type Draft = { document: SearchDocument; passages: Passage[]; fields: Record<TextField, string> }

/** Indexes documents in memory. Ids must be unique; the order of documents breaks ties. */
export function buildIndex(documents: SearchDocument[], options: IndexOptions = {}): SearchIndex {
  const { longestPassage } = { ...DEFAULT_PARAMETERS, ...options.parameters }
  const drafts = documents.map((document) => draftOf(document, longestPassage))
  const vocabulary = emptyVocabulary()
  for (const draft of drafts) {
    for (const text of textsOf(draft)) {
      for (const word of wordsOf(text)) addWord(vocabulary, word.text)
    }
  }
  const indexed = drafts.map((draft) => indexedDocument(vocabulary, draft))
  return prepareIndex({ vocabulary, documents: indexed }, options)
}

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

function indexedDocument(vocabulary: Vocabulary, draft: Draft): IndexedDocument {
  const { id, title, type, category } = draft.document
  const field = (name: TextField) =>
    readTerms(vocabulary, draft.fields[name], { keepStopWords: name === 'title' })
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
      titleTerms: readTerms(vocabulary, passage.title),
      terms: readTerms(vocabulary, passage.text),
    })),
  }
}
