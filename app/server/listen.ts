import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { LOCKED_CSP } from '~/http/security-headers'

/** How long requests under way may take after SIGTERM (ms). */
const DRAIN_MS = 10_000

/** A slow upload over a poor line must fit in here (ms); a slow header never needs to. */
const REQUEST_TIMEOUT_MS = 300_000
const HEADERS_TIMEOUT_MS = 15_000

/** What can still be said to a request that Node could not read: no page, since nobody knows for what. */
function unreadable(status: string): string {
  const head = [
    `HTTP/1.1 ${status}`,
    'Connection: close',
    'Content-Type: text/plain; charset=utf-8',
    'X-Content-Type-Options: nosniff',
    `Content-Security-Policy: ${LOCKED_CSP}`,
    'Cache-Control: no-store',
  ]
  const body = 'This request cannot be read. Clear the cookies of this site and try again.\n'
  return `${head.join('\r\n')}\r\n\r\n${body}`
}

export type Listening = {
  port: number
  /** Stops taking requests, lets those under way end, and resolves when all are gone. */
  stop(): Promise<void>
}

/**
 * Serves on a port.
 * @throws the error of `listen`, such as EADDRINUSE
 */
export async function listen(
  listener: RequestListener,
  port: number,
  host: string,
): Promise<Listening> {
  const server = createServer(
    { requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: HEADERS_TIMEOUT_MS },
    listener,
  )
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return
    const tooLarge = error.code === 'HPE_HEADER_OVERFLOW'
    socket.end(unreadable(tooLarge ? '431 Request Header Fields Too Large' : '400 Bad Request'))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return { port: (server.address() as AddressInfo).port, stop: () => stop(server) }
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
    server.close(() => {
      clearTimeout(force)
      resolve()
    })
    server.closeIdleConnections()
  })
}
