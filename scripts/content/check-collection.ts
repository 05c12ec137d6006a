import type { DocumentKind } from '~/features/articles/article'
import { linkFindings } from './check-links'
import { questionFindings } from './check-questions'
import { redirectFindings } from './check-redirects'
import type { Finding } from './finding'
import { ticketCategories } from './settings-files'
import { liveEntries, type Site } from './site'

/** Everything that can be wrong between documents. */
export function collectionFindings(site: Site): Finding[] {
  return [
    ...categoryFindings(site),
    ...tutorialFindings(site),
    ...titleFindings(site),
    ...linkFindings(site),
    ...redirectFindings(site),
    ...answerFindings(site),
    ...questionFindings(site),
  ]
}

function categoryFindings({ entries, settings }: Site): Finding[] {
  const { value, file, lineOf } = settings.categories
  const slugs = value.map((category) => category.slug)
  const doubles = slugs.flatMap((slug, at) =>
    slugs.indexOf(slug) === at
      ? []
      : [
          {
            file,
            line: lineOf(at, 'slug'),
            sentence: `There are two categories "${slug}". Take one out.`,
          },
        ],
  )
  if (slugs.length === 0) return doubles
  const homeless = entries.flatMap(({ place }) =>
    place.category === null || slugs.includes(place.category)
      ? []
      : [
          {
            file: place.file,
            line: 1,
            sentence: `The category "${place.category}" is not in content/categories.yml. It has: ${slugs.join(', ')}.`,
          },
        ],
  )
  return [...doubles, ...homeless]
}

function tutorialFindings({ entries }: Site): Finding[] {
  const withIndex = new Set(
    entries.filter((e) => e.place.kind === 'tutorial').map((e) => e.place.slug),
  )
  const withSteps = new Set(entries.map((entry) => entry.place.tutorial))
  return entries.flatMap(({ place }) => {
    const at = { file: place.file, line: 1 }
    if (place.kind === 'tutorial' && !withSteps.has(place.slug)) {
      return [
        { ...at, sentence: 'This tutorial has no steps. Add a file 01-<step>.mdx beside it.' },
      ]
    }
    if (place.kind === 'step' && place.tutorial !== null && !withIndex.has(place.tutorial)) {
      return [{ ...at, sentence: 'This step has no tutorial. Add a file index.mdx beside it.' }]
    }
    return []
  })
}

const titled: Record<DocumentKind, string> = {
  article: 'article',
  faq: 'quick answer',
  tutorial: 'tutorial',
  step: 'step',
}

function titleFindings(site: Site): Finding[] {
  const first = new Map<string, string>()
  return liveEntries(site).flatMap(({ place, document }) => {
    const { title } = document.frontmatter
    const key = `${place.kind} ${place.tutorial ?? ''} ${title.toLowerCase()}`
    const other = first.get(key)
    first.set(key, other ?? place.file)
    if (!other) return []
    const sentence = `${other} is another ${titled[place.kind]} called "${title}". Give one another title.`
    return [{ file: place.file, line: 2, sentence }]
  })
}

function answerFindings(site: Site): Finding[] {
  const { value, file } = site.settings.categories
  if (value.length === 0) return []
  // One that cannot be read yet will answer when it can.
  const answering = new Set(
    site.entries.flatMap(({ place, audience, draft }) =>
      audience === 'everyone' && !draft ? [place.category] : [],
    ),
  )
  return ticketCategories.flatMap((ticketCategory) => {
    const own = value.filter((category) => category.ticketCategory === ticketCategory)
    if (own.some((category) => answering.has(category.slug))) return []
    const where = own.map((category) => `"${category.slug}"`).join(' or ') || 'a category of it'
    const sentence =
      `Nothing answers tickets about "${ticketCategory}". ` +
      `Write an article or a quick answer in ${where}.`
    return [{ file, line: 1, sentence }]
  })
}
