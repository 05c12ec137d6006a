import { expect, test } from 'vitest'
import { portalPages, staffPages } from '../../scripts/content/portal-pages'
import { listRoutes } from '../support/route-manifest'

test('every page that an article may link to is a page of the portal', async () => {
  const built = new Set((await listRoutes()).map(({ path }) => path))
  expect([...portalPages, ...staffPages].filter((path) => !built.has(path))).toEqual([])
})
