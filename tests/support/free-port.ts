import { createServer } from 'node:net'

/**
 * A port of this machine on which nobody listens. It is below those that systems hand out by
 * themselves: one of these could be somebody else's before it is listened on, or while a server that
 * a test has killed is away.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 15_000 + Math.floor(Math.random() * 15_000)
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, () => probe.close(() => resolve(true)))
  })
}
