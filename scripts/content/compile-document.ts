import { createHash } from 'node:crypto'
import { bundleMDX } from 'mdx-bundler'
import type { Heading, Section } from '~/features/articles/article'
import type { Finding } from './finding'
import { type Frontmatter, readFrontmatter } from './frontmatter'
import { RefusedDocument, closedFormat, type Report } from './mdx/closed-format'
import { highlightCode } from './mdx/highlight'
import { checkedLinks, type SiteLink } from './mdx/links'
import { markdownTwin } from './mdx/markdown-twin'
import { mediaReferences } from './mdx/media-references'
import { readableBlocks } from './mdx/readable-blocks'
import { outline, type Outline } from './mdx/sections'
import { syntaxFinding } from './mdx/syntax-sentence'
import { tabHeadings, tabIds } from './mdx/tab-headings'
import type { MediaFile } from './media'
import { renderToHtml } from './render'
import type { SourceFile } from './source-files'
import rehypeSlug from 'rehype-slug'
import remarkGfm from 'remark-gfm'

/** One document, as it goes to a worker. */
export type CompileRequest = {
  place: SourceFile
  source: string
  /** The media beside it that it names. */
  media: Record<string, MediaFile>
}

export type CompiledDocument = {
  frontmatter: Frontmatter
  /** Lines of the fields that are checked against other documents. */
  lines: { related: number[]; asks: number[]; questions: number[] }
  html: string
  headings: Heading[]
  sections: Section[]
  text: string
  markdown: string
  links: SiteLink[]
  media: MediaFile[]
  /** sha256 of the source. */
  revision: string
}

export type CompileResult =
  | { document: CompiledDocument; findings: [] }
  | { document: null; findings: Finding[] }

/** Compiles one document; everything that is wrong with it alone comes back as findings. */
export async function compileDocument(request: CompileRequest): Promise<CompileResult> {
  const { place, source } = request
  const head = readFrontmatter(place.file, place.kind, source)
  const findings: Finding[] = [...head.findings]
  const report: Report = (line, sentence) => findings.push({ file: place.file, line, sentence })
  const title = head.frontmatter?.title ?? ''
  const parts = await bundleBody(head.body, title, request.media, report)
  const { frontmatter, lineOf } = head
  if (!frontmatter || !parts || findings.length > 0) return { document: null, findings }

  const html = renderToHtml(parts.code)
  const unsafe = unsafeHtml(html)
  if (unsafe) {
    report(1, unsafe)
    return { document: null, findings }
  }
  const linesOf = (field: 'related' | 'asks' | 'questions') =>
    frontmatter[field].map((_, item) => lineOf(field, item))
  const lines = { related: linesOf('related'), asks: linesOf('asks'), questions: linesOf('questions') }
  const revision = createHash('sha256').update(source).digest('hex')
  const markdown = `# ${title}\n\n${parts.markdown}`
  const { outline, links, media } = parts
  return { document: { frontmatter, lines, html, ...outline, markdown, links, media, revision }, findings: [] }
}

type Parts = { code: string; outline: Outline; links: SiteLink[]; media: MediaFile[]; markdown: string }

async function bundleBody(
  body: string,
  title: string,
  media: Record<string, MediaFile>,
  report: Report,
): Promise<Parts | null> {
  const parts: Parts = {
    code: '',
    outline: { headings: [], sections: [], text: '' },
    links: [],
    media: [],
    markdown: '',
  }
  try {
    const { code } = await bundleMDX({
      source: body,
      mdxOptions: (options) => ({
        ...options,
        tableCellAlignToStyle: false,
        remarkPlugins: [
          remarkGfm,
          [closedFormat, report],
          [markdownTwin, (markdown: string) => (parts.markdown = markdown)],
        ],
        rehypePlugins: [
          tabHeadings,
          rehypeSlug,
          tabIds,
          [checkedLinks, report, (links: SiteLink[]) => (parts.links = links)],
          [mediaReferences, media, report, (used: MediaFile[]) => (parts.media = used)],
          readableBlocks,
          [highlightCode, report],
          [outline, title, (result: Outline) => (parts.outline = result)],
        ],
      }),
      esbuildOptions: (options) => ({
        ...options,
        // Nothing may be imported, so nothing has to be found; and nobody reads this code.
        plugins: options.plugins?.filter((plugin) => !plugin.name.includes('node-resolve')),
        minify: false,
        logLevel: 'silent',
      }),
    })
    return { ...parts, code }
  } catch (error) {
    reportFailure(error, report)
    return null
  }
}

type BuildFailure = { errors: { text: string; location: { line: number } | null; detail?: unknown }[] }

function reportFailure(error: unknown, report: Report): void {
  if (!error || typeof error !== 'object' || !('errors' in error)) throw error
  for (const message of (error as BuildFailure).errors) {
    if (message.text.includes(RefusedDocument.name) || message.text.includes('closed format')) continue
    const { line, sentence } = syntaxFinding(message)
    report(line, sentence)
  }
}

/** The last look at what leaves the pipeline; it finds something only when a component of ours is wrong. */
function unsafeHtml(html: string): string | null {
  const attribute = /<[a-z][^<>]*?\s(style|on[a-z]+)=/i.exec(html)?.[1]
  if (attribute) return `The finished page has an attribute "${attribute}", which the site's policy forbids.`
  const tag = /<(script|style|iframe|object|embed)\b/i.exec(html)?.[1]
  return tag ? `The finished page has a <${tag}>, which the site's policy forbids.` : null
}
