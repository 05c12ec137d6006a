import type { TestPortal } from './portal'

/** A hash of the rows of every table of the portal and of Auth and Storage, by table. */
export async function tableHashes({ supabase }: TestPortal): Promise<Record<string, string>> {
  const tables = await supabase.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('public', 'auth', 'storage') order by 1`,
  )
  const hashes: Record<string, string> = {}
  for (const { name } of tables) {
    const [row] = await supabase.query<{ hash: string }>(
      `select md5(coalesce(string_agg(t::text, chr(10) order by t::text), '')) as hash from ${name} t`,
    )
    hashes[name] = row!.hash
  }
  return hashes
}
