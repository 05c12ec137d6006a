import { contentFolders } from './content-folders'
import { NewDocumentError, newDocument } from './new-document'
import { PREVIEW_PORT } from './preview-port'
import { placeOf } from './source-files'

/** `npm run content:new -- article tickets/add-files`: makes the file of a new document. */
const [kind, where] = process.argv.slice(2)
try {
  const name = await newDocument(contentFolders().contentDir, kind, where)
  const address = `http://127.0.0.1:${PREVIEW_PORT}${placeOf(name)?.path ?? '/'}`
  console.log(
    `content/${name} is a draft. Run "npm run content:preview" and open ${address}.\n` +
      'When it is good, take out "draft: true" and run "npm run content:check".',
  )
} catch (error) {
  if (!(error instanceof NewDocumentError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
