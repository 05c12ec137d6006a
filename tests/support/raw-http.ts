import { request, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'

type RawAnswer = { status: number; headers: IncomingHttpHeaders; body: string }

/** A request with a method and headers that `fetch` refuses to send, such as TRACE or a foreign Host. */
export function rawRequest(
  portal: string,
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<RawAnswer> {
  const { port } = new URL(portal)
  return new Promise((resolve, reject) => {
    const asked = request({ host: 'localhost', port, path, method, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      )
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** Sends bytes as they are and hears all that comes back until the connection ends or falls silent. */
export function rawBytes(portal: string, bytes: string | Buffer, silenceMs = 2_000) {
  const { port } = new URL(portal)
  return new Promise<string>((resolve, reject) => {
    let heard = ''
    const socket = connect(Number(port), 'localhost', () => socket.write(bytes))
    socket.setTimeout(silenceMs, () => socket.destroy())
    socket.on('data', (chunk) => (heard += chunk.toString()))
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? resolve(heard) : reject(error),
    )
    socket.on('close', () => resolve(heard))
  })
}
