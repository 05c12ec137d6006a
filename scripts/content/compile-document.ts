import { createHash } from 'node:crypto'
import type { Heading, Section } from '~/features/articles/article'
import { bundleBody } from './bundle-body'
import type { Finding } from './finding'
import { type Frontmatter, readFrontmatter } from './frontmatter'
import type { Report } from './mdx/closed-format'
import type { SiteLink } from './mdx/links'
import type { MediaFile } from './media'
import { renderToHtml } from './render'
import { scaffoldFindings } from './scaffold'
import type { SourceFile } from './source-files'

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
  { document: CompiledDocument; findings: [] } | { document: null; findings: Finding[] }

/** Compiles one document; everything that is wrong with it alone comes back as findings. */
export async function compileDocument(request: CompileRequest): Promise<CompileResult> {
  const { place, source } = request
  const head = readFrontmatter(place.file, place.kind, source)
  const findings: Finding[] = [...head.findings]
  const report: Report = (line, sentence) => findings.push({ file: place.file, line, sentence })
  if (head.frontmatter && !head.frontmatter.draft)
    findings.push(...scaffoldFindings(place.file, source))
  // Without a head of the one kind that we read, the bundler might find another: it has one that
  // runs JavaScript.
  if (head.body === null) return { document: null, findings }
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
  const lines = {
    related: linesOf('related'),
    asks: linesOf('asks'),
    questions: linesOf('questions'),
  }
  const revision = createHash('sha256').update(source).digest('hex')
  const markdown = `# ${title}\n\n${parts.markdown}`
  const { outline, links, media } = parts
  return {
    document: { frontmatter, lines, html, ...outline, markdown, links, media, revision },
    findings: [],
  }
}

/** The last look at what leaves the pipeline; it finds something only when a component of ours is wrong. */
function unsafeHtml(html: string): string | null {
  const attribute = /<[a-z][^<>]*?\s(style|on[a-z]+)=/i.exec(html)?.[1]
  if (attribute)
    return `The finished page has an attribute "${attribute}", which the site's policy forbids.`
  const tag = /<(script|style|iframe|object|embed)\b/i.exec(html)?.[1]
  return tag ? `The finished page has a <${tag}>, which the site's policy forbids.` : null
}
