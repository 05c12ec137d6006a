import { createServer, type Socket } from 'node:net'
import { freePort } from './free-port'

/** What every scanner knows as harmful, and nothing is harmed by: https://www.eicar.org */
export const EICAR = [
  'X5O!P%@AP[4\\PZX54(P^)7CC)7}',
  '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*',
].join('')

type Temper = 'well' | 'silent' | 'full' | 'hangs up'

/** A program that speaks as ClamAV's daemon does, and knows one virus. */
export type Clamd = {
  /** For the setting `VIRUS_SCANNER`. */
  address: string
  /** How many files it has looked at. */
  looked(): number
  become(temper: Temper): void
  stop(): Promise<void>
}

/** The bytes of one INSTREAM command, once the empty chunk has come; null before that. */
function streamed(received: Buffer): Buffer | null {
  const chunks: Buffer[] = []
  let at = received.indexOf(0) + 1
  while (at > 0 && at + 4 <= received.length) {
    const length = received.readUInt32BE(at)
    if (length === 0) return Buffer.concat(chunks)
    chunks.push(received.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}

export async function startClamd(): Promise<Clamd> {
  let temper: Temper = 'well'
  let looked = 0
  const sockets = new Set<Socket>()

  function verdict(bytes: Buffer): string {
    looked += 1
    return bytes.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0'
  }

  const server = createServer((socket) => {
    let received = Buffer.alloc(0)
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => undefined))
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk])
      if (!received.toString('latin1', 0, 10).startsWith('zINSTREAM')) return
      if (temper === 'hangs up') return void socket.destroy()
      if (temper === 'full') return void socket.end('INSTREAM size limit exceeded. ERROR\0')
      const bytes = temper === 'silent' ? null : streamed(received)
      if (bytes) socket.end(verdict(bytes))
    })
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    address: `127.0.0.1:${port}`,
    looked: () => looked,
    become: (wanted) => (temper = wanted),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
