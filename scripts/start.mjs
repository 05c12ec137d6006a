#!/usr/bin/env node
// `npm start`: everything a fresh clone needs, then the portal. This file runs before any package is
// installed, so it uses Node alone and old syntax; the rest is in scripts/start/.
import { installPackages, requireNode } from './start/before-packages.mjs'

requireNode()
await installPackages()
const { register } = await import('tsx/esm/api')
register()
const { start } = await import('./start/start.ts')
await start({ dev: process.argv.includes('--dev') })
