/** What a function knows about its surroundings: the names and values of its environment. */
export type Environment = Record<string, string | undefined>

export type Backend = { supabaseUrl: string; secretKey: string }

/** @throws a sentence when the address or the secret key of Supabase is not set. */
export function readBackend(environment: Environment): Backend {
  const supabaseUrl = environment.SUPABASE_URL
  // On hosted Supabase functions know the key by its older name.
  const secretKey = environment.SUPABASE_SECRET_KEY || environment.SUPABASE_SERVICE_ROLE_KEY
  if (!supabaseUrl || !secretKey) throw new Error('Set SUPABASE_URL and SUPABASE_SECRET_KEY.')
  return { supabaseUrl, secretKey }
}

/** Only what holds the secret key may run a function: a timer or an operator. */
export async function isServiceRequest(request: Request, { secretKey }: Backend): Promise<boolean> {
  const bearer = request.headers.get('authorization')?.replace(/^Bearer /, '')
  const given = bearer || request.headers.get('apikey') || ''
  const [a, b] = await Promise.all([digest(given), digest(secretKey)])
  // Hashes are compared, so that the time taken says nothing about the key.
  return a === b
}

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return new Uint8Array(bytes).join()
}

/**
 * Calls a function of the database as service_role.
 *
 * @throws a sentence with what the database said.
 */
export async function rpc<Result>(backend: Backend, name: string, args: object): Promise<Result> {
  const { supabaseUrl, secretKey } = backend
  const response = await fetch(`${supabaseUrl}/rest/v1/rpc/${name}`, {
    method: 'POST',
    headers: {
      apikey: secretKey,
      authorization: `Bearer ${secretKey}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(args),
    signal: AbortSignal.timeout(10_000),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${name} answered ${response.status}: ${text.slice(0, 300)}`)
  return (text ? JSON.parse(text) : null) as Result
}
