import type { TestPortal } from './portal'

/** Notes about being looked at, which are no change: when a file was read, when a device was used, and who
 * has a ticket open (`presence`). */
const LAST_USED = ['last_accessed_at', 'last_seen_at']

/** A hash of the rows of every table of the portal and of Auth and Storage, by table. */
export async function tableHashes({ supabase }: TestPortal): Promise<Record<string, string>> {
  const tables = await supabase.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('public', 'auth', 'storage') and tablename <> 'presence' order by 1`,
  )
  const hashes: Record<string, string> = {}
  for (const { name } of tables) {
    const [row] = await supabase.query<{ hash: string }>(
      `select md5(coalesce(string_agg(r.text, chr(10) order by r.text), '')) as hash
        from (select (to_jsonb(t) - $1::text[])::text as text from ${name} t) r`,
      [LAST_USED],
    )
    hashes[name] = row!.hash
  }
  return hashes
}
