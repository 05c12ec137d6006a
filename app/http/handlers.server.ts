import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { isAdmin, isStaff, type Viewer } from '~/auth/viewer'
import { notFound, Problem, type ProblemKind } from '~/lib/errors'
import type { RequestContext } from './context'
import { loginPathFor } from './paths'
import { RETRY_AFTER_S } from './responses.server'

/** What a loader or action of ours is given. */
export type Asked = {
  request: Request
  url: URL
  params: Record<string, string | undefined>
  context: RequestContext
}
/** The same, once it is known who asks. */
export type AskedBy = Asked & { viewer: Viewer }

const STATUS: Record<ProblemKind, number> = {
  'not-found': 404,
  forbidden: 403,
  conflict: 409,
  invalid: 400,
  'too-many': 429,
  unavailable: 503,
}

/** What the error pages know of a failure. */
export type ProblemData = { kind: ProblemKind; message: string }

function asResponse(error: unknown, { context, request }: Asked): unknown {
  if (!(error instanceof Problem)) return error
  const status = STATUS[error.kind]
  const line = {
    requestId: context.requestId,
    path: new URL(request.url).pathname,
    err: error.cause,
  }
  if (status === 503) context.log.error(line, 'backend unavailable')
  else context.log.info({ ...line, err: undefined, kind: error.kind }, 'request refused')
  const retryAfter = error.retryAfterSeconds ?? (status === 503 ? RETRY_AFTER_S : null)
  const headers = retryAfter === null ? undefined : { 'Retry-After': String(retryAfter) }
  const { kind, message } = error
  return data({ kind, message } satisfies ProblemData, { status, headers })
}

type Args = LoaderFunctionArgs | ActionFunctionArgs

async function run<T>(args: Args, handler: (asked: Asked) => Promise<T>): Promise<T> {
  const { request, params, context } = args
  const asked = { request, params, context, url: new URL(request.url) }
  try {
    return await handler(asked)
  } catch (error) {
    throw asResponse(error, asked)
  }
}

async function requireViewer(asked: Asked): Promise<AskedBy> {
  const viewer = await asked.context.viewer()
  if (viewer) return { ...asked, viewer }
  const { request, url } = asked
  // After signing in, only a page can be gone back to, never the POST of a form.
  const back = request.method === 'GET' ? url.pathname + url.search : url.pathname
  throw redirect(
    loginPathFor(back.replace(/\.data(?=\?|$)/, '')),
    request.method === 'GET' ? 302 : 303,
  )
}

/** To everybody else the desk does not exist: the same 404 as for an unknown page. */
async function requireRole(asked: Asked, may: (viewer: Viewer) => boolean): Promise<AskedBy> {
  const known = await requireViewer(asked)
  if (!may(known.viewer)) throw notFound()
  return known
}

function requirePost({ request }: Asked): void {
  if (request.method !== 'POST') throw data(null, { status: 405, headers: { Allow: 'GET, POST' } })
}

/** A loader that anybody may call. */
export function publicLoader<T>(handler: (asked: Asked) => Promise<T>) {
  return (args: LoaderFunctionArgs) => run(args, handler)
}

/** A loader for signed-in people; others are led to the sign-in page and back. */
export function customerLoader<T>(handler: (asked: AskedBy) => Promise<T>) {
  return (args: LoaderFunctionArgs) =>
    run(args, async (asked) => handler(await requireViewer(asked)))
}

/** A loader for agents and admins. */
export function staffLoader<T>(handler: (asked: AskedBy) => Promise<T>) {
  return (args: LoaderFunctionArgs) =>
    run(args, async (asked) => handler(await requireRole(asked, isStaff)))
}

/** A loader for admins. */
export function adminLoader<T>(handler: (asked: AskedBy) => Promise<T>) {
  return (args: LoaderFunctionArgs) =>
    run(args, async (asked) => handler(await requireRole(asked, isAdmin)))
}

/** An action that anybody may call. Every action answers POST alone. */
export function publicAction<T>(handler: (asked: Asked) => Promise<T>) {
  return (args: ActionFunctionArgs) =>
    run(args, async (asked) => {
      requirePost(asked)
      return handler(asked)
    })
}

/**
 * An action for signed-in people.
 * @param signedOut may keep what a form carries whose session has ended, and answers where to go on
 */
export function customerAction<T>(handler: (asked: AskedBy) => Promise<T>, signedOut?: SignedOut) {
  return publicAction<T>(async (asked) => {
    await keepForLater(asked, signedOut)
    return handler(await requireViewer(asked))
  })
}

/** What a form carries whose session has ended: whoever keeps it answers where to go on. */
type SignedOut = (asked: Asked) => Promise<Response | null>

async function keepForLater(asked: Asked, signedOut?: SignedOut): Promise<void> {
  if (!signedOut || (await asked.context.viewer())) return
  const answer = await signedOut(asked)
  if (answer) throw answer
}

/** An action for agents and admins; `signedOut` as for customers. */
export function staffAction<T>(handler: (asked: AskedBy) => Promise<T>, signedOut?: SignedOut) {
  return publicAction<T>(async (asked) => {
    await keepForLater(asked, signedOut)
    return handler(await requireRole(asked, isStaff))
  })
}

/** An action for admins. */
export function adminAction<T>(handler: (asked: AskedBy) => Promise<T>) {
  return publicAction<T>(async (asked) => handler(await requireRole(asked, isAdmin)))
}

/** For pages of the desk without a form: who may not see them learns nothing from a POST either. */
export async function noForm(): Promise<never> {
  throw data(null, { status: 405, headers: { Allow: 'GET' } })
}
