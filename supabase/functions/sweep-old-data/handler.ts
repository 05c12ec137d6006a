import { isServiceRequest, readBackend, rpc, type Environment } from '../_shared/service-request.ts'
import { removeStaleFiles } from './stale-files.ts'

/** Each forgets or closes what is older than its own rule says and answers how many rows that were. */
const sweeps = [
  'close_solved_tickets',
  'sweep_addresses',
  'sweep_known_sign_ins',
  'sweep_notifications',
  'sweep_presence',
  'sweep_rate_limits',
] as const

/**
 * Forgets what is kept for a time only, and closes what was solved a week ago. Safe to run as often as
 * wanted; once a day is enough.
 */
export async function handler(request: Request, environment: Environment): Promise<Response> {
  const backend = readBackend(environment)
  if (!(await isServiceRequest(request, backend))) {
    return Response.json({ message: 'The secret key is needed.' }, { status: 401 })
  }
  const swept: Record<string, number> = {}
  for (const name of sweeps) swept[name] = await rpc<number>(backend, name, {})
  swept.stale_files = await removeStaleFiles(backend)
  return Response.json(swept)
}
