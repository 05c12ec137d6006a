import { Writable } from 'node:stream'
import type { EntryContext, AppLoadContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { Nonce } from './http/nonce'
import { pageCsp } from './http/security-headers'
import { tierOf } from './http/tier'

/** A page that takes longer than this (ms) to render is our own bug, not a slow backend. */
const RENDER_TIMEOUT_MS = 20_000

/**
 * Renders a page. It is sent when it is whole: without JavaScript a fallback would stay for ever,
 * and a status can still change while nothing is sent.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const { routeModules, staticHandlerContext } = remixContext
  const failed = staticHandlerContext.errors !== null
  const handles = staticHandlerContext.matches.map((match) => routeModules[match.route.id] ?? {})
  const tier = failed ? 'still' : tierOf(handles)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const hotReload = context.env.NODE_ENV === 'development'
  headers.set('Content-Security-Policy', pageCsp(tier, context.nonce, hotReload))
  return new Promise((resolve, reject) => {
    const page = renderToPipeableStream(
      <Nonce.Provider value={context.nonce}>
        <RemixServer context={remixContext} url={request.url} nonce={context.nonce} />
      </Nonce.Provider>,
      {
        nonce: context.nonce,
        onAllReady() {
          clearTimeout(timer)
          page.pipe(collected((body) => resolve(new Response(body, { status, headers }))))
        },
        onShellError: reject,
        onError: (error) =>
          context.log.error({ requestId: context.requestId, err: error }, 'render failed'),
      },
    )
    const timer = setTimeout(() => page.abort(), RENDER_TIMEOUT_MS)
  })
}

/** Takes a whole page: as bytes it goes on without the streams in between, which cost a millisecond. */
function collected(done: (page: Uint8Array<ArrayBuffer>) => void): Writable {
  const chunks: Uint8Array[] = []
  return new Writable({
    write(chunk: Uint8Array, _encoding, next) {
      chunks.push(chunk)
      next()
    },
    final(next) {
      done(Buffer.concat(chunks))
      next()
    },
  })
}

/** Our own bugs, with all that is needed to find them; what a person did wrong is not one. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
): void {
  if (request.signal.aborted) return
  const { pathname } = new URL(request.url)
  context.log.error({ requestId: context.requestId, path: pathname, err: error }, 'request failed')
}
