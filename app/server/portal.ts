import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { createRequest } from '@remix-run/node-fetch-server'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import type { RequestContext } from '~/http/context'
import { baseHeaders, LOCKED_CSP } from '~/http/security-headers'
import { isLoopback } from '~/lib/loopback'
import type { Env } from '~/platform/env.server'
import type { Log } from '~/platform/log.server'
import { FinishedPages } from './finished-pages'
import { answerProbe } from './health'
import { createLoadContext } from './load-context'
import { answerMarkdownTwin } from './markdown-twin'
import { isTrustedOrigin } from './origin'
import { plainStatus, sendPlainPage } from './plain-page'
import { send } from './send'
import { createStaticFiles } from './static-files'

const LONGEST_URL = 8_000
/** Ten files of 10 MB and their form; a page's own limits are tighter and said in its own words. */
const LARGEST_BODY = 110 * 1024 * 1024

export type PortalOptions = {
  env: Env
  log: Log
  /** The routes, built; a function in development, where they change while the server runs. */
  build: ServerBuild | (() => Promise<ServerBuild>)
  clientDir: string
  /** Off in development, where a page may change at any time. */
  keepFinishedPages: boolean
}

/** What the server refuses by itself, or null. */
function refusal(req: IncomingMessage, env: Env): Parameters<typeof sendPlainPage>[1] | null {
  const { method = 'GET', headers, url = '/' } = req
  if (url.length > LONGEST_URL) return 414
  if (!url.startsWith('/')) return 400
  if (method === 'GET' || method === 'HEAD') return null
  if (method !== 'POST') return 405
  if (Number(headers['content-length'] ?? 0) > LARGEST_BODY) return 413
  const header = (name: string) => (headers[name] === undefined ? null : String(headers[name]))
  const from = {
    origin: header('origin'),
    secFetchSite: header('sec-fetch-site'),
    referer: header('referer'),
  }
  return isTrustedOrigin(from, env.PUBLIC_URL) ? null : 403
}

/** Another name of this machine than PUBLIC_URL's: cookies would be set for the wrong one. */
function otherLoopbackName(req: IncomingMessage, env: Env): boolean {
  const host = req.headers.host
  const ours = new URL(env.PUBLIC_URL)
  if (!host || host === ours.host || !isLoopback(ours.hostname)) return false
  return URL.canParse(`http://${host}`) && isLoopback(new URL(`http://${host}`).hostname)
}

/** A route that is no page, such as a file, has none for its failures: Remix answers them in JSON. */
function failedWithoutPage(response: Response, url: string): boolean {
  return response.headers.has('X-Remix-Error') && !new URL(url).pathname.endsWith('.data')
}

/** The whole portal as a listener for `node:http`. */
export function createPortal({
  env,
  log,
  build,
  clientDir,
  keepFinishedPages,
}: PortalOptions): RequestListener {
  const remix = createRequestHandler(build, env.NODE_ENV)
  const staticFiles = createStaticFiles(clientDir, env.CONTENT_DIR)
  const finished = new FinishedPages()
  const always = Object.entries({
    ...baseHeaders(env.secure),
    'Content-Security-Policy': LOCKED_CSP,
  })
  const { host, protocol } = new URL(env.PUBLIC_URL)

  async function answerPage(
    req: IncomingMessage,
    res: ServerResponse,
    context: RequestContext,
  ): Promise<void> {
    // HEAD takes GET's way, so that it answers the same; `send` leaves the body out.
    const request = createRequest(req, res, { host, protocol })
    const asked =
      req.method === 'HEAD'
        ? new Request(request.url, { headers: request.headers, signal: request.signal })
        : request
    const response = await remix(asked, context)
    const cookies = context.cookies.setCookieHeaders()
    if (failedWithoutPage(response, request.url)) {
      await response.body?.cancel()
      sendPlainPage(res, plainStatus(response.status), { 'Set-Cookie': cookies })
      return
    }
    if (keepFinishedPages && cookies.length === 0 && FinishedPages.mayKeep(req, response)) {
      await finished.keep(req.url!, response)
      finished.answer(req, res)
      return
    }
    await send(res, response, cookies)
  }

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const requestId = randomUUID()
    res.setHeader('X-Request-Id', requestId)
    if (await answerProbe(req, res, env)) return
    const refused = refusal(req, env)
    if (refused) {
      log.info({ requestId, status: refused, method: req.method }, 'refused by the server')
      return sendPlainPage(res, refused, refused === 405 ? { Allow: 'GET, HEAD, POST' } : {})
    }
    if (otherLoopbackName(req, env)) {
      res
        .writeHead(308, { Location: `${env.PUBLIC_URL}${req.url}`, 'Cache-Control': 'no-store' })
        .end()
      return
    }
    if (keepFinishedPages && finished.answer(req, res)) return
    if (await answerMarkdownTwin(req, res, env.CONTENT_DIR)) return
    await answerPage(req, res, createLoadContext(req, requestId, env, log))
  }

  return (req, res) => {
    for (const [name, value] of always) res.setHeader(name, value)
    staticFiles(req, res, () => {
      answer(req, res).catch((error: unknown) => {
        if (req.destroyed || res.destroyed) return
        const path = req.url?.split('?')[0] // a query may carry the secret of a mail link
        log.error({ err: error, path }, 'request failed outside the routes')
        if (res.headersSent) res.destroy()
        else sendPlainPage(res, 500)
      })
    })
  }
}
