import { rpc, type Backend } from '../_shared/service-request.ts'

type Stale = { id: string; object_name: string }

const BUCKET = 'ticket-attachments'

/**
 * Removes files that nobody sent within a day, and those of accounts that are gone: first from Storage,
 * then their rows, so that a sweep that breaks off finds the rest again. At most 500 at a time.
 *
 * @returns how many.
 */
export async function removeStaleFiles(backend: Backend): Promise<number> {
  const lists = await Promise.all([
    rpc<Stale[]>(backend, 'stale_files', {}),
    rpc<Stale[]>(backend, 'files_of_deleted_accounts', {}),
  ])
  const files = lists.flat().slice(0, 500)
  if (files.length === 0) return 0
  await call(backend, `/storage/v1/object/${BUCKET}`, {
    prefixes: files.map(({ object_name }) => object_name),
  })
  for (let first = 0; first < files.length; first += 100) {
    const ids = files.slice(first, first + 100).map(({ id }) => id)
    await call(backend, `/rest/v1/ticket_attachments?id=in.(${ids.join()})`)
  }
  return files.length
}

/** @throws a sentence with what Supabase said. */
async function call({ supabaseUrl, secretKey }: Backend, path: string, body?: object) {
  const headers: Record<string, string> = {
    apikey: secretKey,
    authorization: `Bearer ${secretKey}`,
  }
  if (body) headers['content-type'] = 'application/json'
  const response = await fetch(supabaseUrl + path, {
    method: 'DELETE',
    headers,
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`Removing files: ${response.status} ${text.slice(0, 300)}`)
}
