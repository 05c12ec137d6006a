import { parseArgs } from 'node:util'
import { checkContent } from './check-content'
import { contentFolders } from './content-folders'
import { formatAnnotation, formatFinding } from './finding'

/** `npm run content:check`: finds what a writer has to put right; `--since <commit>` names the version before. */
const { values } = parseArgs({ options: { since: { type: 'string' } } })
const { findings, documents, note } = await checkContent({
  ...contentFolders(),
  since: values.since,
})
for (const finding of findings) {
  console.log(formatFinding(finding))
  if (process.env.GITHUB_ACTIONS) console.log(formatAnnotation(finding))
}
if (note) console.log(note)
const files = new Set(findings.map(({ file }) => file)).size
console.log(
  findings.length === 0
    ? `${documents} documents, nothing to put right.`
    : `\n${findings.length} to put right in ${files === 1 ? '1 file' : `${files} files`}.`,
)
process.exitCode = findings.length === 0 ? 0 : 1
