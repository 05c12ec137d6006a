import type { Audience, Category } from '~/features/articles/article'
import { deskHelpPath } from '~/http/desk-paths'
import type { CompiledDocument } from './compile-document'
import type { Settings } from './settings-files'
import type { SourceFile } from './source-files'

/** One document among the others. */
export type Entry = {
  place: SourceFile
  /** Null when it has findings of its own: its address is known, but not what it says. */
  document: CompiledDocument | null
  audience: Audience
  draft: boolean
}

/** All documents and settings together: what can be checked and written only when all are known. */
export type Site = {
  entries: Entry[]
  byPath: Map<string, Entry>
  settings: Settings
}

export function joinSite(
  documents: { place: SourceFile; document: CompiledDocument | null }[],
  settings: Settings,
): Site {
  const categories = new Map(settings.categories.value.map((category) => [category.slug, category]))
  const tutorials = new Map(
    documents
      .filter(({ place }) => place.kind === 'tutorial')
      .map((entry) => [entry.place.slug, entry]),
  )
  const entries = documents.map(({ place, document }): Entry => {
    const tutorial = place.tutorial === null ? null : tutorials.get(place.tutorial)?.document
    const audience = audienceOf(document, categories.get(place.category ?? ''), tutorial ?? null)
    return {
      place: { ...place, path: addressFor(audience, place.path) },
      document,
      audience,
      draft: Boolean(document?.frontmatter.draft || tutorial?.frontmatter.draft),
    }
  })
  return { entries, byPath: new Map(entries.map((entry) => [entry.place.path, entry])), settings }
}

/** A step is for the readers of its tutorial, a document for those of its category. */
function audienceOf(
  document: CompiledDocument | null,
  category: Category | undefined,
  tutorial: CompiledDocument | null,
): Audience {
  const own = document?.frontmatter.audience
  return own ?? tutorial?.frontmatter.audience ?? category?.audience ?? 'everyone'
}

/** Documents for staff stand at the desk, where only staff get in. */
function addressFor(audience: Audience, path: string): string {
  return audience === 'staff' ? deskHelpPath + path : path
}

/** The documents that are on the site. */
export function liveEntries(site: Site): (Entry & { document: CompiledDocument })[] {
  return site.entries.filter(
    (entry): entry is Entry & { document: CompiledDocument } =>
      !entry.draft && entry.document !== null,
  )
}
