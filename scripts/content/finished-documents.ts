import type { DocumentSummary, FinishedDocument } from '~/features/articles/article'
import type { CompiledDocument } from './compile-document'
import { type Entry, liveEntries, type Site } from './site'

type LiveEntry = Entry & { document: CompiledDocument }

const WORDS_A_MINUTE = 200

/**
 * The documents as the portal gets them, in the order of the site.
 * @param commitDays the day of the last commit of each file
 * @param today the day of a document that was never committed, `YYYY-MM-DD`
 */
export function finishDocuments(
  site: Site,
  commitDays: Map<string, string>,
  today: string,
): FinishedDocument[] {
  const entries = liveEntries(site)
  const categoryOrder = new Map(
    site.settings.categories.value.map((category) => [category.slug, category.order]),
  )
  const placeOf = (document: FinishedDocument) => categoryOrder.get(document.category ?? '') ?? 0
  const group = (document: FinishedDocument) => document.category ?? document.tutorial ?? ''
  return entries
    .map((entry) => finish(entry, stepsOf(entry, entries), commitDays, today))
    .sort(
      (a, b) =>
        a.kind.localeCompare(b.kind) ||
        placeOf(a) - placeOf(b) ||
        group(a).localeCompare(group(b)) ||
        a.order - b.order ||
        a.title.localeCompare(b.title),
    )
}

function stepsOf({ place }: Entry, entries: LiveEntry[]): LiveEntry[] {
  if (place.kind !== 'tutorial') return []
  return entries.filter((entry) => entry.place.tutorial === place.slug)
}

function finish(
  { place, document, audience }: LiveEntry,
  steps: LiveEntry[],
  commitDays: Map<string, string>,
  today: string,
): FinishedDocument {
  const { frontmatter, html, headings, sections, text, markdown, revision } = document
  const summary: DocumentSummary = {
    path: place.path,
    kind: place.kind,
    category: place.category,
    tutorial: place.tutorial,
    slug: place.slug,
    title: frontmatter.title,
    description: frontmatter.description ?? opening(text),
    keywords: frontmatter.keywords,
    questions: frontmatter.questions,
    related: frontmatter.related,
    order: place.kind === 'step' ? place.position : frontmatter.order,
    updated: frontmatter.updated ?? commitDays.get(place.name) ?? today,
    audience,
    minutes: minutesOf(document, steps),
    hasVideo: [document, ...steps.map((step) => step.document)].some(showsVideo),
    source: place.file,
    revision,
  }
  return { ...summary, html, headings, sections, text, markdown }
}

function minutesOf({ frontmatter, text }: CompiledDocument, steps: LiveEntry[]): number {
  if (steps.length > 0) {
    return steps.reduce((sum, step) => sum + (step.document.frontmatter.minutes ?? 1), 0)
  }
  return frontmatter.minutes ?? Math.max(1, Math.round(text.split(/\s+/).length / WORDS_A_MINUTE))
}

function showsVideo({ media }: CompiledDocument): boolean {
  return media.some((file) => /\.(mp4|webm)$/.test(file.name))
}

/** The first sentences of a text, as many as fit into a description. */
function opening(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  if (line.length <= 160) return line
  const sentences = /^.{40,159}[.!?](?=\s)/.exec(line)?.[0]
  return sentences ?? `${line.slice(0, 157).replace(/\s\S*$/, '')} …`
}
