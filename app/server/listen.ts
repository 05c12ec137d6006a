import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { LOCKED_CSP } from '~/http/security-headers'

/** How long requests under way may take after SIGTERM (ms). */
const DRAIN_MS = 10_000

/** A slow upload over a poor line must fit in here (ms); a slow header never needs to. */
const REQUEST_TIMEOUT_MS = 300_000
const HEADERS_TIMEOUT_MS = 15_000
/** How often the server looks for requests that have taken too long (ms). */
const TIMEOUT_CHECK_MS = 5_000

/** What can still be said to a request that Node could not read: no page, since nobody knows for what. */
function refusalLine(status: string, sentence: string): string {
  const head = [
    `HTTP/1.1 ${status}`,
    'Connection: close',
    'Content-Type: text/plain; charset=utf-8',
    'X-Content-Type-Options: nosniff',
    `Content-Security-Policy: ${LOCKED_CSP}`,
    'Cache-Control: no-store',
  ]
  return `${head.join('\r\n')}\r\n\r\n${sentence}\n`
}

const TOO_LATE = refusalLine(
  '408 Request Timeout',
  'This request took too long. Check your connection and try again.',
)
const UNREADABLE = 'This request cannot be read. Clear the cookies of this site and try again.'
const TOO_LARGE = refusalLine('431 Request Header Fields Too Large', UNREADABLE)
const BAD = refusalLine('400 Bad Request', UNREADABLE)

function refuse(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return
  if (error.code !== 'ERR_HTTP_REQUEST_TIMEOUT') {
    socket.end(error.code === 'HPE_HEADER_OVERFLOW' ? TOO_LARGE : BAD)
    return
  }
  // Browsers open connections ahead of the next click, and would take what is said for its answer.
  if (socket.bytesRead === 0) socket.destroy()
  else socket.end(TOO_LATE)
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
    {
      requestTimeout: REQUEST_TIMEOUT_MS,
      headersTimeout: HEADERS_TIMEOUT_MS,
      connectionsCheckingInterval: TIMEOUT_CHECK_MS,
    },
    listener,
  )
  server.on('clientError', (error, socket) => refuse(error, socket as Socket))
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
