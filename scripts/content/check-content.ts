import { movedFindings } from './check-redirects'
import { examineContent } from './examine-content'
import { type Finding, sortFindings } from './finding'
import { earlierFiles } from './git-history'

type CheckedContent = {
  documents: number
  findings: Finding[]
  /** What could not be checked, as a sentence. */
  note?: string
}

/**
 * Everything that a build finds, and pages that have gone since an earlier version.
 * @param options.since the commit to compare with; if left out, where this branch left main
 */
export async function checkContent(options: {
  contentDir: string
  cacheDir: string
  since?: string
}): Promise<CheckedContent> {
  const [{ site, findings }, earlier] = await Promise.all([
    examineContent(options.contentDir, options.cacheDir),
    earlierFiles(options.contentDir, options.since),
  ])
  const documents = site.entries.length
  if (!earlier) {
    const note = 'Moved pages were not checked: git knows no earlier version of this folder.'
    return { documents, findings, note }
  }
  return { documents, findings: sortFindings([...findings, ...movedFindings(site, earlier)]) }
}
