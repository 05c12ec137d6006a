import type { AddressInfo, Server } from 'node:net'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'

export type RunningServer = { url: string; close(): Promise<void> }

type Fetch = (request: Request) => Response | Promise<Response>

/** Serves on the loopback interface only. Port 0 lets the system choose one. */
export async function serve(fetch: Fetch, port: number): Promise<RunningServer> {
  // The listener's own Request and Response would replace Node's in the whole process.
  const server = createServer(getRequestListener(fetch, { overrideGlobalObjects: false }))
  await listen(server, port)
  const { port: chosen } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${chosen}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
        // Answers that are under way may finish; nobody waits for a client that reads no more.
        setTimeout(() => server.closeAllConnections(), 2000).unref()
      }),
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `The port ${port} is taken. Stop what uses it, or set SUPABASE_PORT to another.`
      reject(error.code === 'EADDRINUSE' ? new Error(taken) : error)
    })
    server.listen(port, '127.0.0.1', resolve)
  })
}
