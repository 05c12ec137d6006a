import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { buildContent, type BuildContentResult } from '../../scripts/content/build-content'
import { checkContent } from '../../scripts/content/check-content'
import { formatFinding } from '../../scripts/content/finding'

const slugs = ['signing-in', 'tickets', 'account', 'your-data', 'other']

/** A document with a good head; `fields` are more lines of it. */
export function document(title: string, body = 'Some text.', fields = ''): string {
  return `---\ntitle: ${title}\ndescription: What a reader finds on this page.\n${fields}---\n\n${body}\n`
}

/** Content with nothing to put right: a quick answer for each ticket category. */
function goodContent(): Record<string, string> {
  const answers = slugs.map(
    (slug) => [`faq/${slug}/answer.mdx`, document(`About ${slug}`)] as const,
  )
  const categories = slugs.map(
    (slug) =>
      `- slug: ${slug}\n  title: About ${slug}\n  description: Everything about ${slug}.\n  ticketCategory: ${slug}\n`,
  )
  return { 'categories.yml': categories.join(''), ...Object.fromEntries(answers) }
}

export type ContentWorld = {
  contentDir: string
  outDir: string
  cacheDir: string
  write: (files: Record<string, string | Buffer>) => Promise<void>
  remove: (name: string) => Promise<void>
  build: () => Promise<BuildContentResult>
  /** The findings as the command prints them. */
  check: (since?: string) => Promise<string[]>
  /** Everything that was built, by name. */
  output: () => Promise<Map<string, string>>
}

/** A content folder of a test's own: good content, and the files given over it. */
export async function contentWorld(
  files: Record<string, string | Buffer> = {},
): Promise<ContentWorld> {
  const folder = await mkdtemp(path.join(tmpdir(), 'portico-content-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const [contentDir = '', outDir = '', cacheDir = ''] = ['content', 'out', 'cache'].map((name) =>
    path.join(folder, name),
  )
  const world: ContentWorld = {
    contentDir,
    outDir,
    cacheDir,
    async write(more) {
      for (const [name, text] of Object.entries(more)) {
        await mkdir(path.dirname(path.join(contentDir, name)), { recursive: true })
        await writeFile(path.join(contentDir, name), text)
      }
    },
    remove: (name) => rm(path.join(contentDir, name)),
    build: () => buildContent({ contentDir, outDir, cacheDir }),
    async check(since) {
      const { findings } = await checkContent({ contentDir, cacheDir, since })
      return findings.map(formatFinding)
    },
    async output() {
      const entries = await readdir(outDir, { recursive: true, withFileTypes: true })
      const texts = entries
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name))
        .map(async (file) => [path.relative(outDir, file), await readFile(file, 'utf8')] as const)
      return new Map(await Promise.all(texts))
    },
  }
  await world.write({ ...goodContent(), ...files })
  return world
}
