import { unwrap, type Supabase } from '~/platform/supabase.server'
import type { AuditLog } from './audit-event'
import { AUDIT_PAGE_SIZE, type AuditQuery } from './audit-query'

/** One page of what staff changed, newest first; for admins. @throws Problem `forbidden` for others */
export async function listAuditLog(supabase: Supabase, query: AuditQuery): Promise<AuditLog> {
  const answer = await supabase.rpc('audit_log', {
    search: query.search,
    area: query.area,
    from_date: query.from,
    to_date: query.to,
    page: query.page,
    page_size: AUDIT_PAGE_SIZE,
  })
  return unwrap(answer) as unknown as AuditLog
}
