// `npm run content:build`, `content:check` and `content:new`: starts the command that is named, as one file.
import { pathToFileURL } from 'node:url'
import { bundled } from './bundled.mjs'

const [name] = process.argv.splice(2, 1)
const { file } = await bundled(name)
await import(pathToFileURL(file).href)
