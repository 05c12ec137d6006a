import { fileURLToPath } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import * as routes from 'virtual:remix/server-build'
import { readEnv } from '~/platform/env.server'
import { createLog } from '~/platform/log.server'
import { listen, type Listening } from './listen'
import { createPortal } from './portal'

/** The built routes, for the tests that walk over all of them. */
export const build = routes as unknown as ServerBuild

/**
 * Starts the web server with the settings of the environment.
 * @throws EnvError for a wrong setting; EADDRINUSE when the port is taken
 */
export async function serve(source?: Record<string, string | undefined>): Promise<Listening> {
  const env = readEnv(source)
  const log = createLog(env.LOG_LEVEL)
  // A forgotten rejection is our own bug; it must not take everybody else's requests along.
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'))
  const clientDir = fileURLToPath(new URL('../client', import.meta.url))
  const portal = createPortal({
    env,
    log,
    build,
    clientDir,
    keepFinishedPages: env.NODE_ENV === 'production',
  })
  const listening = await listen(portal.listener, env.PORT, env.HOST)
  portal.start()
  return {
    ...listening,
    stop: async () => {
      await listening.stop()
      await portal.stop()
    },
  }
}
