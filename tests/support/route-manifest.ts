import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import type { Handle } from '~/http/tier'
import { projectFolder } from './database-fingerprint'

export type ListedRoute = {
  /** As in the manifest: `routes/tickets.$number._index`. */
  id: string
  /** The address with its parameters: `/tickets/:number`. */
  path: string
  /** How much script its page may have; null for a route that is no page. */
  tier: Handle['tier'] | null
  source: string
}

/** Every address of the built portal, from its route manifest; frames around pages are left out. */
export async function listRoutes(): Promise<ListedRoute[]> {
  const file = pathToFileURL(join(projectFolder, 'build/portal/server/index.js')).href
  const { build } = (await import(/* @vite-ignore */ file)) as { build: ServerBuild }
  const routes = Object.values(build.routes).filter((route) => route !== undefined)
  const frames = new Set(routes.map((route) => route.parentId))
  return routes
    .filter(({ id }) => !frames.has(id))
    .map((route) => {
      const page = route.module.default !== undefined
      const handle = route.module.handle as Handle | undefined
      return {
        id: route.id,
        path: pathOf(route, build.routes),
        tier: page ? (handle?.tier ?? 'still') : null,
        source: readFileSync(join(projectFolder, 'app', `${route.id}/route.tsx`), 'utf8'),
      }
    })
}

type ManifestRoute = NonNullable<ServerBuild['routes'][string]>

function pathOf(route: ManifestRoute, routes: ServerBuild['routes']): string {
  const parent = route.parentId ? routes[route.parentId] : undefined
  const above = parent ? pathOf(parent, routes) : ''
  return `${above === '/' ? '' : above}/${route.path ?? ''}`.replace(/(.)\/$/, '$1')
}
