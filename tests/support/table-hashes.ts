import type { TestPortal } from './portal'

/**
 * A hash of the rows of every table of the portal and of Auth and Storage, by table. Storage itself
 * notes when an object was last read; nothing of ours does.
 */
export async function tableHashes({ supabase }: TestPortal): Promise<Record<string, string>> {
  const tables = await supabase.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('public', 'auth', 'storage') order by 1`,
  )
  const hashes: Record<string, string> = {}
  for (const { name } of tables) {
    const [row] = await supabase.query<{ hash: string }>(
      `select md5(coalesce(string_agg(r.text, chr(10) order by r.text), '')) as hash
        from (select (to_jsonb(t) - 'last_accessed_at')::text as text from ${name} t) r`,
    )
    hashes[name] = row!.hash
  }
  return hashes
}
