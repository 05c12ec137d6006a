#!/usr/bin/env node
// `npm test`: everything, on a fresh clone, with nothing before it. See scripts/test/run.ts.
import { installPackages, requireNode } from './start/before-packages.mjs'

requireNode()
await installPackages()
const { register } = await import('tsx/esm/api')
register()
const { runTests } = await import('./test/run.ts')
process.exit(await runTests(process.argv.slice(2)))
