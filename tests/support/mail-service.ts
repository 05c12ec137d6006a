import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

type Call = { headers: IncomingHttpHeaders; body: Record<string, unknown> }

export type MailService = {
  /** What MAIL_API_URL would be. */
  url: string
  /** What was asked of it, in this order. */
  calls: Call[]
  /** The statuses of the next answers, one after the other; then 200. */
  answerWith(...statuses: number[]): void
  /** Forgets calls and statuses. */
  reset(): void
  close(): void
}

/** A mail service with an HTTP interface, on a free port. It sends nothing. */
export async function startMailService(): Promise<MailService> {
  const calls: Call[] = []
  const next: number[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    calls.push({ headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString()) })
    response.writeHead(next.shift() ?? 200).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/emails`,
    calls,
    answerWith: (...statuses) => void next.push(...statuses),
    reset() {
      calls.length = 0
      next.length = 0
    },
    close: () => void server.close(),
  }
}
