import { connect, type NetConnectOpts } from 'node:net'
import { addAbortSignal, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { unavailable } from '~/lib/errors'

/** A person waits meanwhile (ms); what was not looked at by then is not taken. */
const TIMEOUT_MS = 8_000

/** `127.0.0.1:3310`, `[::1]:3310` or `/run/clamav/clamd.ctl`, as the setting says it. */
function endOf(address: string): NetConnectOpts {
  if (address.startsWith('/')) return { path: address }
  const { hostname, port } = new URL(`tcp://${address}`)
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) }
}

function lengthOf(chunk: { length: number }): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(chunk.length)
  return length
}

/**
 * The bytes as clamd's command INSTREAM takes them: each chunk behind its length, an empty one last.
 * https://docs.clamav.net/manual/Usage/ClamdProtocol.html
 */
async function* commanded(bytes: Readable): AsyncGenerator<string | Buffer> {
  yield 'zINSTREAM\0'
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    if (chunk.length === 0) continue
    yield lengthOf(chunk)
    yield chunk
  }
  yield lengthOf({ length: 0 })
}

async function ask(address: string, bytes: Readable): Promise<string> {
  const socket = connect(endOf(address))
  addAbortSignal(AbortSignal.timeout(TIMEOUT_MS), socket)
  // It answers when it has everything, or hangs up before: either way its side ends, and sending too.
  pipeline(commanded(bytes), socket, { end: false }).catch((error: Error) => socket.destroy(error))
  let answer = ''
  try {
    for await (const chunk of socket as AsyncIterable<Buffer>) answer += chunk.toString()
  } finally {
    socket.destroy()
    bytes.destroy()
  }
  return answer.replace(/\0$/, '')
}

/**
 * Has a file looked at by ClamAV's daemon.
 * @param address where the daemon listens: `host:port`, or the path of its socket
 * @returns the name of what it found, or null for a clean file
 * @throws Problem `unavailable` where it gave no verdict: nothing counts as clean that was not called so
 */
export async function findVirus(address: string, bytes: Readable): Promise<string | null> {
  const answer = await ask(address, bytes).catch((error: unknown) => {
    throw unavailable(error)
  })
  if (answer === 'stream: OK') return null
  const found = /^stream: (.+) FOUND$/.exec(answer)
  if (!found) throw unavailable(new Error(`clamd answered: ${answer || 'nothing'}`))
  return found[1]!
}
