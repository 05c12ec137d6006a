import type { ServerBuild } from '@remix-run/node'
import type { ViteDevServer } from 'vite'
import { readEnv } from '~/platform/env.server'
import { createLog } from '~/platform/log.server'
import { listen, type Listening } from './listen'
import { createPortal } from './portal'

/** Starts the web server on Vite's development server: routes are read anew at each request. */
export async function serveWithVite(vite: ViteDevServer): Promise<Listening> {
  const env = readEnv()
  const log = createLog(env.LOG_LEVEL)
  const build = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>
  const portal = createPortal({
    env,
    log,
    build,
    clientDir: 'build/portal/client',
    keepFinishedPages: false,
  })
  const { port, stop } = await listen(
    (req, res) => vite.middlewares(req, res, () => portal.listener(req, res)),
    env.PORT,
    env.HOST,
  )
  portal.start()
  return {
    port,
    stop: async () => {
      await Promise.all([stop(), vite.close(), portal.stop()])
    },
  }
}
