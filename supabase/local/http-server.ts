import type { AddressInfo, Server } from 'node:net'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'

type Fetch = (request: Request) => Response | Promise<Response>

export type HttpServer = {
  url: string
  /** Until it is called every request is told to come back later. */
  answerWith(fetch: Fetch): void
  close(): Promise<void>
}

/**
 * Listens on the loopback interface only. Port 0 lets the system choose one.
 *
 * @throws a sentence when the port is taken.
 */
export async function listen(port: number): Promise<HttpServer> {
  let fetch: Fetch = () => {
    const headers = { 'Retry-After': '1' }
    return new Response('The embedded Supabase is starting.\n', { status: 503, headers })
  }
  // The listener's own Request and Response would replace Node's in the whole process.
  const listener = getRequestListener((request) => fetch(request), { overrideGlobalObjects: false })
  const server = createServer(listener)
  await bind(server, port)
  const { port: chosen } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${chosen}`,
    answerWith: (answer) => {
      fetch = answer
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
        // Answers that are under way may finish; nobody waits for a client that reads no more.
        setTimeout(() => server.closeAllConnections(), 2000).unref()
      }),
  }
}

function bind(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `The port ${port} is taken. Stop what uses it, or set SUPABASE_PORT to another.`
      reject(error.code === 'EADDRINUSE' ? new Error(taken) : error)
    })
    server.listen(port, '127.0.0.1', resolve)
  })
}
