import { unwrap, type Supabase } from '~/platform/supabase.server'
import type { TicketFigures } from './ticket-figures'

/** The viewer's own tickets in figures. */
export async function readTicketFigures(supabase: Supabase): Promise<TicketFigures> {
  return unwrap(await supabase.rpc('my_ticket_figures')) as unknown as TicketFigures
}
