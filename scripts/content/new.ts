import { contentFolders } from './content-folders'
import { NewDocumentError, newDocument } from './new-document'

/** `npm run content:new -- article tickets/add-files`: makes the file of a new document. */
const [kind, where] = process.argv.slice(2)
try {
  const name = await newDocument(contentFolders().contentDir, kind, where)
  console.log(
    `content/${name} is a draft. Look at it with "npm run content:preview", then take out "draft: true".`,
  )
} catch (error) {
  if (!(error instanceof NewDocumentError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
