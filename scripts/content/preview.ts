import { parseArgs } from 'node:util'
import { contentFolders } from './content-folders'
import { startPreview } from './preview-server'

/** `npm run content:preview`: shows the pages as they will look; `--port` for another port. */
const { values } = parseArgs({ options: { port: { type: 'string', default: '54600' } } })
const { url } = await startPreview({ ...contentFolders(), port: Number(values.port) })
console.log(`The preview is at ${url}. It shows what you save. Stop it with Ctrl+C.`)
