import { beat } from '~/features/tickets/desk/desk.server'
import { readTicketNumber } from '~/features/tickets/tickets.server'
import { staffLoader } from '~/http/handlers.server'

/** "I am still here", asked for by the ticket page while it can be seen. */
export const loader = staffLoader(async ({ context, params }) =>
  Response.json(await beat(context.session.supabase, readTicketNumber(params.number))),
)
