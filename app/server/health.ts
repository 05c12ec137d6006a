import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Env } from '~/platform/env.server'

/** How long a backend may take to say that it is there (ms). */
const READY_TIMEOUT_MS = 2_000

async function backendAnswers(env: Env): Promise<boolean> {
  const headers = { apikey: env.SUPABASE_PUBLISHABLE_KEY }
  const signal = AbortSignal.timeout(READY_TIMEOUT_MS)
  try {
    const answer = await fetch(`${env.SUPABASE_URL}/rest/v1/categories?select=slug&limit=1`, {
      headers,
      signal,
    })
    await answer.json() // a proxy's own page is no answer
    return answer.status < 500
  } catch {
    return false
  }
}

function sendText(res: ServerResponse, status: number, text: string): void {
  res.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
  })
  res.end(`${text}\n`)
}

/**
 * `/health` says that this process lives, `/ready` that it can work.
 * @returns false when the address is neither
 */
export async function answerProbe(
  req: IncomingMessage,
  res: ServerResponse,
  env: Env,
): Promise<boolean> {
  if (req.method !== 'GET' && req.method !== 'HEAD') return false
  if (req.url === '/health') sendText(res, 200, 'ok')
  else if (req.url !== '/ready') return false
  else if (await backendAnswers(env)) sendText(res, 200, 'ready')
  else sendText(res, 503, 'Supabase does not answer')
  return true
}
