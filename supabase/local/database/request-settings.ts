import type { Connection } from '@supabase/lite'
import { sql, type Kysely } from 'kysely'

type Context = {
  auth?: { role?: string; uid?: string; jwt?: unknown }
  storage?: { operation?: string }
}

type RpcRequest = { method: string; path: string; requestHeaders?: Record<string, string> }

/**
 * lite tells the database who asks, and for what, in a statement for each setting: ten before each
 * call of a function. Here they are one, which saves a third of what a small call takes.
 */
export function setRequestSettingsAtOnce(connection: Connection) {
  Object.assign(connection, {
    async applyJwtSessionContext(trx: Kysely<unknown>, { auth, storage }: Context) {
      const role = auth?.role || 'anon'
      await set(trx, {
        role,
        'request.jwt.claim.sub': auth?.uid ?? '',
        'request.jwt.claim.role': role,
        'storage.operation': storage?.operation ?? '',
        ...(auth?.jwt && typeof auth.jwt === 'object'
          ? { 'request.jwt.claims': JSON.stringify(auth.jwt) }
          : {}),
      })
    },
    async applyRpcRequestGucs(trx: Kysely<unknown>, { method, path, requestHeaders }: RpcRequest) {
      await set(trx, {
        'response.status': '',
        'response.headers': '',
        'request.method': method,
        'request.path': path,
        'request.headers': JSON.stringify(requestHeaders ?? {}),
      })
    },
  })
}

/** Until the end of the transaction. */
async function set(trx: Kysely<unknown>, settings: Record<string, string>): Promise<void> {
  const each = Object.entries(settings).map(
    ([name, value]) => sql`set_config(${name}, ${value}, true)`,
  )
  await sql`select ${sql.join(each)}`.execute(trx)
}
