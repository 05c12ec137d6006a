import { contentFolders } from './content-folders'
import { examineContent } from './examine-content'
import { finishDocuments } from './finished-documents'
import { ContentError } from './finding'
import { lastCommitDays } from './git-history'
import { writeContent } from './write-content'

type BuildContentOptions = {
  /** The folder with articles/, faq/, tutorials/ and the .yml files. */
  contentDir: string
  /** Where the finished content goes. */
  outDir: string
  /** Where compiled documents are kept for the next build. */
  cacheDir: string
  /** Told in one sentence what was done. */
  log: (sentence: string) => void
}

export type BuildContentResult = {
  documents: number
  /** Documents compiled now, and those taken from the cache. */
  compiled: number
  reused: number
  /** Files written; the others were the same already. */
  written: number
  milliseconds: number
}

/**
 * Builds the finished content.
 * @param options what is left out is as for `npm run content:build`
 * @throws ContentError when a writer has to put something right; the finished content then stays as it was
 */
export async function buildContent(
  options: Partial<BuildContentOptions> = {},
): Promise<BuildContentResult> {
  const { contentDir, outDir, cacheDir, log } = {
    ...contentFolders(),
    log: () => {},
    ...options,
  }
  const start = performance.now()
  const [examined, commitDays] = await Promise.all([
    examineContent(contentDir, cacheDir),
    lastCommitDays(contentDir),
  ])
  const { site, findings, compiled, reused, cache } = examined
  if (findings.length > 0) throw new ContentError(findings)
  const today = new Date().toISOString().slice(0, 10)
  const documents = finishDocuments(site, commitDays, today)
  const written = await writeContent(site, documents, contentDir, outDir)
  await cache.keepUsed()
  const milliseconds = Math.round(performance.now() - start)
  log(
    `Content: ${documents.length} documents, ${compiled} compiled, ${reused} from the cache, ` +
      `${(milliseconds / 1000).toFixed(1)} s.`,
  )
  return { documents: documents.length, compiled, reused, written, milliseconds }
}
