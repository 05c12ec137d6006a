import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { chooseEncoding, createCompressor } from './compression'

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
  if (!response.body || res.req.method === 'HEAD') {
    await response.body?.cancel()
    res.end()
    return
  }
  await sendBody(res, response.body)
}

async function sendBody(res: ServerResponse, body: ReadableStream<Uint8Array>): Promise<void> {
  const source = Readable.fromWeb(body as NodeReadableStream<Uint8Array>)
  const accepted = res.req.headers['accept-encoding']
  const type = String(res.getHeader('Content-Type') ?? '')
  const encoding = res.hasHeader('Content-Encoding')
    ? null
    : chooseEncoding(String(accepted ?? ''), type)
  res.appendHeader('Vary', 'Accept-Encoding')
  if (!encoding) return pipeline(source, res)
  res.setHeader('Content-Encoding', encoding)
  res.removeHeader('Content-Length')
  return pipeline(source, createCompressor(encoding), res)
}
