import type { DocumentKind } from '~/features/articles/article'
import { linkFindings } from './check-links'
import type { Finding } from './finding'
import { isPortalPage } from './portal-pages'
import { ticketCategories } from './settings-files'
import { liveEntries, type Site } from './site'
import { placeOf } from './source-files'

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
      : [{ file, line: lineOf(at, 'slug'), sentence: `There are two categories "${slug}". Take one out.` }],
  )
  if (slugs.length === 0) return doubles
  const homeless = entries.flatMap(({ place }) =>
    place.category === null || slugs.includes(place.category)
      ? []
      : [{
          file: place.file,
          line: 1,
          sentence: `The category "${place.category}" is not in content/categories.yml. It has: ${slugs.join(', ')}.`,
        }],
  )
  return [...doubles, ...homeless]
}

function tutorialFindings({ entries }: Site): Finding[] {
  const withIndex = new Set(entries.filter((e) => e.place.kind === 'tutorial').map((e) => e.place.slug))
  const withSteps = new Set(entries.map((entry) => entry.place.tutorial))
  return entries.flatMap(({ place }) => {
    const at = { file: place.file, line: 1 }
    if (place.kind === 'tutorial' && !withSteps.has(place.slug)) {
      return [{ ...at, sentence: 'This tutorial has no steps. Add a file 01-<step>.mdx beside it.' }]
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

function redirectFindings(site: Site): Finding[] {
  const { value, file, lineOf } = site.settings.redirects
  return Object.entries(value).flatMap(([from, to]) => {
    const at = { file, line: lineOf(from) }
    if (site.byPath.has(from)) return [{ ...at, sentence: `${from} is a page again. Take this line out.` }]
    const target = site.byPath.get(to)
    if (target?.draft) return [{ ...at, sentence: `${from} leads to ${to}, which is a draft.` }]
    if (target || isPortalPage(to, 'everyone')) return []
    return [
      value[to]
        ? { ...at, sentence: `${from} leads to ${to}, which leads on to ${value[to]}. Write the last address.` }
        : { ...at, sentence: `${from} leads to ${to}, but there is no such page.` },
    ]
  })
}

/** A page of the last version that is gone has to lead somewhere: other sites link to it. */
export function movedFindings(site: Site, earlierNames: string[]): Finding[] {
  const { value, file } = site.settings.redirects
  return earlierNames.flatMap((name) => {
    const place = placeOf(name)
    if (!place || site.byPath.has(place.path) || value[place.path]) return []
    const sentence =
      `The page ${place.path} (${place.file}) is gone and leads nowhere. ` +
      `Add a line "${place.path}: <the address that has its answer now>".`
    return [{ file, line: 1, sentence }]
  })
}

function answerFindings(site: Site): Finding[] {
  const { value, file } = site.settings.categories
  if (value.length === 0) return []
  const answering = new Set(
    liveEntries(site).flatMap(({ place, audience }) => (audience === 'everyone' ? [place.category] : [])),
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

/** An ask that is searched somewhere measures nothing; a question in two places finds the wrong one. */
function questionFindings(site: Site): Finding[] {
  const entries = liveEntries(site)
  const simple = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  const searched = new Map<string, string>()
  const asked = new Map<string, string>()
  const findings: Finding[] = []
  for (const { place, document } of entries) {
    searched.set(simple(document.frontmatter.title), place.file)
    document.frontmatter.questions.forEach((question, item) => {
      const other = searched.get(simple(question))
      if (other) {
        const sentence = `${other} has the words "${question}" too. Let one document answer them.`
        findings.push({ file: place.file, line: document.lines.questions[item] ?? 1, sentence })
      }
      searched.set(simple(question), place.file)
    })
  }
  for (const { place, document } of entries) {
    document.frontmatter.asks.forEach((ask, item) => {
      const at = { file: place.file, line: document.lines.asks[item] ?? 1 }
      const other = searched.get(simple(ask))
      const twin = asked.get(simple(ask))
      if (other) findings.push({ ...at, sentence: `${other} has the words "${ask}", so they measure nothing. Ask in other words.` })
      if (twin) findings.push({ ...at, sentence: `${twin} asks "${ask}" too. Ask in other words.` })
      asked.set(simple(ask), place.file)
    })
  }
  return findings
}
