import { parseArgs } from 'node:util'
import { contentFolders } from './content-folders'
import { PREVIEW_PORT } from './preview-port'
import { startPreview } from './preview-server'

/** `npm run content:preview`: shows the pages as they will look; `--port` for another port. */
const { values } = parseArgs({
  options: { port: { type: 'string', default: String(PREVIEW_PORT) } },
})
try {
  const { url } = await startPreview({ ...contentFolders(), port: Number(values.port) })
  console.log(`The preview is at ${url}. It shows what you save. Stop it with Ctrl+C.`)
} catch (error) {
  if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
  console.error(
    `Something is at port ${values.port} already, perhaps another preview: ` +
      `open http://127.0.0.1:${values.port}/, or name another port: npm run content:preview -- --port 54601`,
  )
  process.exit(1)
}
