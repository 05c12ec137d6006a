import type { ServerBuild } from '@remix-run/node'
import { expect, test } from 'vitest'
import type { Handle } from '~/http/tier'
import { stillRoutes } from './still-routes'

type Route = NonNullable<ServerBuild['routes'][string]>

function route(id: string, path: string | undefined, handle?: Handle, parentId = 'root'): Route {
  return { id, path, parentId, module: { default: () => null, handle } }
}

const ROUTES: Route[] = [
  { id: 'root', path: '', module: { default: () => null } },
  route('home', undefined, { tier: 'still' }),
  route('article', 'kb/:category/:slug', { tier: 'still' }),
  route('vote', 'kb/vote'),
  route('tickets', 'tickets', { tier: 'app' }),
  route('desk', 'admin', { tier: 'app' }),
  route('guide', 'guide', { tier: 'still' }, 'desk'),
  route('nowhere', '*'),
]

const byId = Object.fromEntries(ROUTES.map((one) => [one.id, one]))

const BUILD = {
  mode: 'production',
  publicPath: '/',
  assetsBuildDirectory: '',
  isSpaMode: false,
  future: {},
  entry: { module: { default: () => new Response() } },
  routes: byId,
  assets: {
    entry: { module: '', imports: [] },
    routes: {},
    url: '',
    version: '',
  },
} as unknown as ServerBuild

test('it has the still pages, whatever else begins as they do, and the page for what is not there', () => {
  const { build } = stillRoutes(BUILD)
  expect(Object.keys(build.routes)).toEqual([
    'root',
    'home',
    'article',
    'vote',
    'desk',
    'guide',
    'nowhere',
  ])
})

test.each([
  ['/', true],
  ['/kb', true],
  ['/kb/tickets/add-files', true],
  ['/kb/tickets/add-files.data', true],
  ['/admin/guide', true],
  ['/kbx', false],
  ['/_root.data', false],
  ['/tickets', false],
  ['/nothing', false],
])('it owns %s: %s', (pathname, owned) => {
  expect(stillRoutes(BUILD).owns(pathname)).toBe(owned)
})
