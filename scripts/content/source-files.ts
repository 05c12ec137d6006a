import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { DocumentKind } from '~/features/articles/article'
import type { Finding } from './finding'

/** Where a document lies and what that makes of it. */
export type SourceFile = {
  /** From the content folder, with `/`: `articles/tickets/add-files.mdx`. */
  name: string
  /** As people read it: `content/articles/tickets/add-files.mdx`. */
  file: string
  kind: DocumentKind
  category: string | null
  tutorial: string | null
  slug: string
  /** The place of a step in its tutorial, from the number in its name; 0 for everything else. */
  position: number
  /** The address on the site. */
  path: string
}

const slug = '[a-z0-9]+(?:-[a-z0-9]+)*'
const places: { pattern: RegExp; place: (parts: string[]) => Omit<SourceFile, 'name' | 'file'> }[] =
  [
    {
      pattern: new RegExp(`^articles/(${slug})/(${slug})\\.mdx$`),
      place: inCategory('article', 'kb'),
    },
    { pattern: new RegExp(`^faq/(${slug})/(${slug})\\.mdx$`), place: inCategory('faq', 'faq') },
    { pattern: new RegExp(`^tutorials/(${slug})/index\\.mdx$`), place: tutorialPlace },
    { pattern: new RegExp(`^tutorials/(${slug})/(\\d\\d)-(${slug})\\.mdx$`), place: stepPlace },
  ]

function inCategory(kind: 'article' | 'faq', root: string) {
  return ([category = '', name = '']: string[]) => ({
    kind,
    category,
    tutorial: null,
    slug: name,
    position: 0,
    path: `/${root}/${category}/${name}`,
  })
}

function tutorialPlace([name = '']: string[]) {
  const path = `/tutorials/${name}`
  return {
    kind: 'tutorial' as const,
    category: null,
    tutorial: null,
    slug: name,
    position: 0,
    path,
  }
}

function stepPlace([tutorial = '', number = '', name = '']: string[]) {
  const path = `/tutorials/${tutorial}/${name}`
  return {
    kind: 'step' as const,
    category: null,
    tutorial,
    slug: name,
    position: Number(number),
    path,
  }
}

/** What the name of a file makes of it, or null when no page of the site comes from such a name. */
export function placeOf(name: string): SourceFile | null {
  for (const { pattern, place } of places) {
    const match = pattern.exec(name)
    if (match) return { name, file: `content/${name}`, ...place(match.slice(1)) }
  }
  return null
}

/** Every file below the content folder, as names with `/`, in order. */
export async function listFiles(contentDir: string): Promise<string[]> {
  const entries = await readdir(contentDir, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(contentDir, path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => !name.split('/').some((part) => part.startsWith('.')))
    .sort()
}

/** The documents among the files, and a finding for each MDX file that no address leads to. */
export function findDocuments(names: string[]): { documents: SourceFile[]; findings: Finding[] } {
  const documents: SourceFile[] = []
  const findings: Finding[] = []
  for (const name of names.filter((candidate) => /\.mdx?$/i.test(candidate))) {
    const place = placeOf(name)
    if (place) documents.push(place)
    else if (name !== 'README.md') findings.push(misplaced(name))
  }
  return { documents, findings: [...findings, ...doubles(documents)] }
}

function misplaced(name: string): Finding {
  return {
    file: `content/${name}`,
    line: 1,
    sentence:
      'No page comes from a file with this name. Use articles/<category>/<slug>.mdx, ' +
      'faq/<category>/<slug>.mdx, tutorials/<slug>/index.mdx or tutorials/<slug>/01-<step>.mdx; ' +
      'a slug has small letters, digits and hyphens.',
  }
}

/** Two files for one address, or two steps with one number. */
function doubles(documents: SourceFile[]): Finding[] {
  const firstAt = new Map<string, SourceFile>()
  const findings: Finding[] = []
  for (const document of documents) {
    const claims = [document.path]
    if (document.kind === 'step')
      claims.push(`step ${document.position} of /tutorials/${document.tutorial}`)
    for (const claim of claims) {
      const first = firstAt.get(claim)
      if (!first) firstAt.set(claim, document)
      else {
        const sentence = `${first.file} is already ${claim}. Give one of the two another name.`
        findings.push({ file: document.file, line: 1, sentence })
      }
    }
  }
  return findings
}
