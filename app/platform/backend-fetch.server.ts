import { readUuid } from '~/lib/uuid'

/** How long one call may take (ms) before the page says that the backend is in trouble. */
const BACKEND_TIMEOUT_MS = 8_000

/** What auth-js takes for a refusal that need not be tried again. */
const NO_ANSWER = 408

export type Fetch = typeof globalThis.fetch

function isFile(path: string): boolean {
  return path.startsWith('/storage/v1/object/')
}

/**
 * `fetch` that gives up in time: after {@link BACKEND_TIMEOUT_MS} for a whole answer. A file may come
 * and go as slowly as the line is: there the time counts from the last bytes that went, and until the
 * first that come.
 *
 * Supabase's clients repeat a read that failed, after as long a wait as the backend asks for. Nobody
 * waits that long for a page: a read is repeated once and at once, since the connection that was kept
 * open may have been closed meanwhile, and every other failure is told.
 */
export async function backendFetch(
  input: RequestInfo | URL,
  init: RequestInit = {},
): Promise<Response> {
  const url = new URL(input instanceof Request ? input.url : input)
  const method = init.method ?? 'GET'
  const giveUp = new AbortController()
  const timer = setTimeout(() => giveUp.abort(), BACKEND_TIMEOUT_MS)
  const signal = init.signal ? AbortSignal.any([init.signal, giveUp.signal]) : giveUp.signal
  const ask = async () => {
    const body = isStream(init.body) ? noticing(init.body, () => timer.refresh()) : init.body
    const response = await fetch(input, { ...init, body, signal })
    return isFile(url.pathname) ? response : await whole(response)
  }
  try {
    return await ask().catch((error: unknown) => {
      if (signal.aborted || (method !== 'GET' && method !== 'HEAD')) throw error
      return ask()
    })
  } catch (error) {
    // postgrest-js repeats every failed read except one that was broken off.
    throw Object.assign(new Error('Supabase does not answer.', { cause: error }), {
      name: 'AbortError',
    })
  } finally {
    clearTimeout(timer)
  }
}

function isStream(body: unknown): body is ReadableStream<Uint8Array> {
  return body instanceof ReadableStream
}

/** The same bytes, telling of each piece that goes. */
function noticing(body: ReadableStream<Uint8Array>, onPiece: () => void) {
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, controller) {
        onPiece()
        controller.enqueue(piece)
      },
    }),
  )
}

/** The answer once all of it is here. 503 would be asked for again, so it becomes a plain failure. */
async function whole(response: Response): Promise<Response> {
  const { headers, status } = response
  const body = await response.arrayBuffer()
  const hasBody = body.byteLength > 0 && status !== 204 && status !== 304
  const repeated = status === 503 || status === 520
  return new Response(hasBody ? body : null, { status: repeated ? 500 : status, headers })
}

/** True for the call that renews a session. */
export function isRenewal(input: RequestInfo | URL): boolean {
  const url = new URL(input instanceof Request ? input.url : input)
  return url.pathname === '/auth/v1/token' && url.searchParams.get('grant_type') === 'refresh_token'
}

/** Whose session it was that somebody tried to renew with a token that was traded before. */
export type ReusedSession = { personId: string | null; sessionId: string | null }

/** What a renewal may come to besides a session. */
type RenewalWatch = {
  /** Auth did not say yes or no, so the session may still be good. */
  noAnswer(): void
  /** Auth took the session back, since its token was used twice. */
  reused(session: ReusedSession): void
}

/** Renews a session, tried once: auth-js would go on for half a minute. */
export async function renewOnce(
  input: RequestInfo | URL,
  init: RequestInit | undefined,
  watch: RenewalWatch,
): Promise<Response> {
  try {
    const response = await backendFetch(input, init)
    const answer = (await response.clone().json()) as Refusal
    if (response.status === 400 && reasonOf(answer) === 'refresh_token_already_used') {
      watch.reused({
        personId: readUuid(response.headers.get('sb-auth-user-id')),
        sessionId: readUuid(response.headers.get('sb-auth-session-id')),
      })
    }
    if (response.status < 500 && response.status !== 429) return response
  } catch {
    // No answer and one that cannot be read are the same.
  }
  watch.noAnswer()
  return Response.json({ error_code: 'no_answer', msg: 'No answer.' }, { status: NO_ANSWER })
}

/** Auth names its reason in `code`, or in `error_code` where `code` is the status. */
type Refusal = { error_code?: string; code?: string | number } | null

function reasonOf(answer: Refusal): string | number | undefined {
  return answer?.error_code ?? answer?.code
}
