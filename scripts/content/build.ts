import { buildContent } from './build-content'
import { ContentError, formatFinding } from './finding'

/** `npm run content:build`: makes build/content from content. */
try {
  await buildContent({ log: (sentence) => console.log(sentence) })
} catch (error) {
  if (!(error instanceof ContentError)) throw error
  for (const finding of error.findings) console.error(formatFinding(finding))
  console.error(`\nThe content was not built: ${error.findings.length} to put right.`)
  process.exitCode = 1
}
