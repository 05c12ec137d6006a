import type { Listening } from '~/server/listen'
import { StartProblem } from './fail'

type Entry = typeof import('~/server/entry')

/** Loads what has been built; that takes half a second, in which nothing else needs to wait. */
export function loadBuilt(): Promise<Entry> {
  return import('../../build/portal/server/index.js' as string) as Promise<Entry>
}

/** Serves what has been built. */
export async function serveBuilt(): Promise<Listening> {
  const { serve } = await loadBuilt()
  return listening(serve())
}

/** Serves from the sources, through Vite: pages follow changes. */
export async function serveDevelopment(): Promise<Listening> {
  const { createServer } = await import('vite') // half a second that `npm start` does not need
  const vite = await createServer({ server: { middlewareMode: true }, appType: 'custom' })
  const { serveWithVite } = (await vite.ssrLoadModule(
    '/app/server/dev-entry.ts',
  )) as typeof import('~/server/dev-entry')
  return listening(serveWithVite(vite))
}

async function listening(started: Promise<Listening>): Promise<Listening> {
  return started.catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error
    throw new StartProblem(
      `Port ${process.env.PORT || 3000} is in use. Choose another: PORT=3100 npm start`,
    )
  })
}
