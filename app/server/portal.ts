import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { createRequest } from '@remix-run/node-fetch-server'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import type { RequestContext } from '~/http/context'
import { baseHeaders, LOCKED_CSP } from '~/http/security-headers'
import type { Env } from '~/platform/env.server'
import type { Log } from '~/platform/log.server'
import { ContentViews } from './content-views'
import { FinishedPages } from './finished-pages'
import { answerProbe } from './health'
import { createLoadContext } from './load-context'
import { answerMarkdownTwin } from './markdown-twin'
import { plainStatus, sendPlainPage } from './plain-page'
import { otherLoopbackName, refusal } from './refusal'
import { send } from './send'
import { createStaticFiles } from './static-files'
import { stillRoutes } from './still-routes'

type PortalOptions = {
  env: Env
  log: Log
  /** The routes, built; a function in development, where they change while the server runs. */
  build: ServerBuild | (() => Promise<ServerBuild>)
  clientDir: string
  /** Off in development, where a page may change at any time. */
  keepFinishedPages: boolean
}

/**
 * A route that is no page, such as a file, has none for its failures: Remix answers them in JSON, and
 * our own bugs in three words of plain text.
 */
function failedWithoutPage(response: Response, url: string): boolean {
  if (new URL(url).pathname.endsWith('.data')) return false
  if (response.headers.has('X-Remix-Error')) return true
  return response.status === 500 && response.headers.get('Content-Type') === 'text/plain'
}

type RemixHandler = ReturnType<typeof createRequestHandler>

type Portal = {
  env: Env
  log: Log
  /** Renders a route or runs its loader or action. */
  remix: RemixHandler
  /** Still pages, once they are rendered; null where pages change while the server runs. */
  finished: FinishedPages | null
  views: ContentViews
  /** True for a request by a name of this machine that is not PUBLIC_URL's. */
  isMisnamed: (req: IncomingMessage) => boolean
}

type PortalServer = {
  listener: RequestListener
  /** Begins the work beside requests: views are counted together with the other servers'. */
  start(): void
  /** Ends that work, and writes down what is only in memory. */
  stop(): Promise<void>
}

type Exchange = { req: IncomingMessage; res: ServerResponse }

/** The request as Remix wants it. HEAD takes GET's way, so that it answers the same but for the body. */
function webRequest({ req, res }: Exchange, publicUrl: string): Request {
  const { host, protocol } = new URL(publicUrl)
  const request = createRequest(req, res, { host, protocol })
  // Where the form came from is checked by now; Remix would compare it with what a proxy calls us.
  request.headers.set('Host', host)
  request.headers.delete('X-Forwarded-Host')
  if (req.method !== 'HEAD') return request
  return new Request(request.url, { headers: request.headers, signal: request.signal })
}

async function answerRoute(
  { env, remix, finished, views }: Portal,
  exchange: Exchange,
  context: RequestContext,
) {
  const { req, res } = exchange
  const request = webRequest(exchange, env.PUBLIC_URL)
  const response = await remix(request, context)
  const cookies = context.cookies.setCookieHeaders()
  if (failedWithoutPage(response, request.url)) {
    await response.body?.cancel()
    if (response.status === 404) {
      // What is not there looks the same everywhere, or it would tell that something is.
      const unknown = new Request(new URL('/not-found', request.url), { headers: request.headers })
      return send(res, await remix(unknown, context), cookies)
    }
    return sendPlainPage(res, plainStatus(response.status), { 'Set-Cookie': cookies })
  }
  if (finished && cookies.length === 0 && FinishedPages.mayKeep(req, response)) {
    await finished.keep(req.url!, response)
    finished.answer(req, res)
    views.count(req)
    return
  }
  return send(res, response, cookies)
}

/** Everything that may answer a request, in turn: the cheap and the certain first. */
async function answer(portal: Portal, { req, res }: Exchange): Promise<void> {
  const { env, log } = portal
  const requestId = randomUUID()
  res.setHeader('X-Request-Id', requestId)
  if (await answerProbe(req, res, env)) return
  const refused = refusal(req, env)
  if (refused) {
    log.info({ requestId, status: refused, method: req.method }, 'refused by the server')
    return sendPlainPage(res, refused, refused === 405 ? { Allow: 'GET, HEAD, POST' } : {})
  }
  if (portal.isMisnamed(req)) {
    const there = { Location: `${env.PUBLIC_URL}${req.url}`, 'Cache-Control': 'no-store' }
    res.writeHead(308, there).end()
    return
  }
  if (answerMarkdownTwin(req, res, env.CONTENT_DIR)) return
  await answerRoute(portal, { req, res }, createLoadContext(req, requestId, portal))
}

/** Remix over all routes; once they are built, still pages are made by a smaller one. */
function remixHandler(build: PortalOptions['build'], mode: string): RemixHandler {
  const whole = createRequestHandler(build, mode)
  if (typeof build === 'function') return whole
  const still = stillRoutes(build)
  const reading = createRequestHandler(still.build, mode)
  return (request, context) =>
    (still.owns(new URL(request.url).pathname) ? reading : whole)(request, context)
}

/** The whole portal, to be listened with by `node:http`. */
export function createPortal(options: PortalOptions): PortalServer {
  const { env, log, build, clientDir, keepFinishedPages } = options
  const remix = remixHandler(build, env.NODE_ENV)
  const base = baseHeaders(env.secure)
  const finished = keepFinishedPages ? new FinishedPages(base) : null
  const views = new ContentViews(env, log, () => finished?.forget('/'))
  const isMisnamed = otherLoopbackName(env.PUBLIC_URL)
  const portal = { env, log, remix, finished, views, isMisnamed }
  const staticFiles = createStaticFiles(clientDir, env.CONTENT_DIR)
  const always = { ...base, 'Content-Security-Policy': LOCKED_CSP }

  const listener: RequestListener = (req, res) => {
    if (!isMisnamed(req) && finished?.answer(req, res)) return views.count(req)
    for (const [name, value] of Object.entries(always)) res.setHeader(name, value)
    staticFiles(req, res, () => {
      answer(portal, { req, res }).catch((error: unknown) => {
        if (req.destroyed || res.destroyed) return
        const path = req.url?.split('?')[0] // a query may carry the secret of a mail link
        log.error({ err: error, path }, 'request failed outside the routes')
        if (res.headersSent) res.destroy()
        else sendPlainPage(res, 500)
      })
    })
  }
  return { listener, start: () => views.start(), stop: () => views.stop() }
}
