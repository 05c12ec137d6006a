import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { chooseEncoding, createCompressor, type Encoding } from './compression'

/**
 * Sends a web `Response` through Node, compressed where that helps. Whatever is made for one person
 * is kept by no cache; `cookies` leave with every answer, refusals included.
 */
export async function send(
  res: ServerResponse,
  response: Response,
  cookies: string[],
): Promise<void> {
  response.headers.forEach((value, name) => {
    if (name !== 'set-cookie') res.setHeader(name, value)
  })
  const setCookies = [...response.headers.getSetCookie(), ...cookies]
  if (setCookies.length > 0) res.setHeader('Set-Cookie', setCookies)
  if (setCookies.length > 0 || !res.hasHeader('Cache-Control'))
    res.setHeader('Cache-Control', 'no-store')
  res.statusCode = response.status
  if (!response.body) return void res.end()
  const encoding = encode(res)
  if (res.req.method === 'HEAD') {
    await response.body.cancel()
    return void res.end()
  }
  const source = Readable.fromWeb(response.body as NodeReadableStream<Uint8Array>)
  if (encoding) await pipeline(source, createCompressor(encoding), res)
  else await pipeline(source, res)
}

/** Chooses the encoding of the body and says so in the headers. */
function encode(res: ServerResponse): Encoding | null {
  res.appendHeader('Vary', 'Accept-Encoding')
  if (res.hasHeader('Content-Encoding')) return null
  const accepted = res.req.headers['accept-encoding']
  const type = String(res.getHeader('Content-Type') ?? '')
  const encoding = chooseEncoding(String(accepted ?? ''), type)
  if (!encoding) return null
  res.setHeader('Content-Encoding', encoding)
  res.removeHeader('Content-Length')
  return encoding
}
