import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Balancer = {
  /** The address that people know. */
  url: string
  /** Where the requests go from now on, to each server in turn. */
  sendTo(servers: string[]): void
  close(): Promise<void>
}

/** One address in front of several web servers: no two requests in a row meet the same one. */
export async function startBalancer(): Promise<Balancer> {
  let targets: string[] = []
  let turn = 0
  const server = createServer((req, res) => {
    const { port } = new URL(targets[turn++ % targets.length]!)
    const { method, url: path, headers } = req
    const asked = request({ host: 'localhost', port, path, method, headers }, (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(res)
    })
    asked.on('error', () => res.destroy())
    req.pipe(asked)
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    sendTo: (servers) => void (targets = servers),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
