import type { BuildOptions } from 'esbuild'
import { bundleMDX } from 'mdx-bundler'
import rehypeSlug from 'rehype-slug'
import remarkGfm from 'remark-gfm'
import type { MediaFile } from './media'
import { closedFormat, type Report } from './mdx/closed-format'
import { highlightCode } from './mdx/highlight'
import { checkedLinks, type SiteLink } from './mdx/links'
import { markdownTwin } from './mdx/markdown-twin'
import { mediaReferences } from './mdx/media-references'
import { readableBlocks } from './mdx/readable-blocks'
import { outline, type Outline } from './mdx/sections'
import { syntaxFinding } from './mdx/syntax-sentence'
import { tabHeadings, tabIds } from './mdx/tab-headings'

/** What one document comes apart into. */
type DocumentParts = {
  code: string
  outline: Outline
  links: SiteLink[]
  media: MediaFile[]
  markdown: string
}

/** Bundles the text of a document; null when it was refused, which was then reported. */
export async function bundleBody(
  body: string,
  title: string,
  media: Record<string, MediaFile>,
  report: Report,
): Promise<DocumentParts | null> {
  const parts: DocumentParts = {
    code: '',
    outline: { headings: [], sections: [], text: '' },
    links: [],
    media: [],
    markdown: '',
  }
  let refused = false
  const refuse: Report = (line, sentence) => {
    refused = true
    report(line, sentence)
  }
  try {
    const { code } = await bundleMDX({
      source: body,
      mdxOptions: (options) => ({
        ...options,
        tableCellAlignToStyle: false,
        remarkPlugins: [
          remarkGfm,
          [closedFormat, refuse],
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
      esbuildOptions,
    })
    return { ...parts, code }
  } catch (error) {
    // Then the plugin has ended it and said why.
    if (!refused) reportFailure(error, report)
    return null
  }
}

/** Nothing may be imported, so nothing has to be found; and nobody reads this code. */
function esbuildOptions(options: BuildOptions): BuildOptions {
  const plugins = options.plugins?.filter((plugin) => !plugin.name.includes('node-resolve'))
  return { ...options, plugins, minify: false, logLevel: 'silent' }
}

type BuildFailure = {
  errors: { text: string; location: { line: number } | null; detail?: unknown }[]
}

function reportFailure(error: unknown, report: Report): void {
  if (!error || typeof error !== 'object' || !('errors' in error)) throw error
  for (const message of (error as BuildFailure).errors) {
    const { line, sentence } = syntaxFinding(message)
    report(line, sentence)
  }
}
