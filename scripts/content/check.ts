import { parseArgs } from 'node:util'
import { checkContent } from './check-content'
import { contentFolders } from './content-folders'
import { formatFinding } from './finding'

/** `npm run content:check`: finds what a writer has to put right; `--since <commit>` names the version before. */
const { values } = parseArgs({ options: { since: { type: 'string' } } })
const { findings, documents, note } = await checkContent({
  ...contentFolders(),
  since: values.since,
})
for (const finding of findings) console.log(formatFinding(finding))
if (note) console.log(note)
console.log(
  findings.length === 0
    ? `${documents} documents, nothing to put right.`
    : `\n${findings.length} to put right in ${new Set(findings.map((f) => f.file)).size} files.`,
)
process.exitCode = findings.length === 0 ? 0 : 1
