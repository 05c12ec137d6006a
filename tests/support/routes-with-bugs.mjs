// Loaded before the web server: three of its routes then fail as no route of ours does. Two pages and a
// file leave a rejection behind that nobody waits for, and throw what is no failure of a backend.
import { build } from '../../build/portal/server/index.js'

for (const id of ['routes/account._index', 'routes/search', 'routes/sitemap[.]xml']) {
  const route = build.routes[id]
  route.module = {
    ...route.module,
    loader: async () => {
      void Promise.reject(new Error('a rejection that nobody waits for'))
      throw new TypeError('a bug')
    },
  }
}
