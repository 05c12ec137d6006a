import { operator } from './people'

/** The macro that journeys use. */
export const MACRO = {
  name: 'A bad lamp, solved',
  reply: 'Hello {{requester.first_name}}, ticket {{ticket.number}} is solved.',
  next_status: 'solved',
  priority: 'low',
  add_tags: ['lamp'],
  assign: 'me',
}

export async function seedWords(supabase: Parameters<typeof operator>[0]): Promise<void> {
  const { error: tags } = await operator(supabase).from('tags').insert({ name: 'lamp' })
  if (tags) throw tags
  const { error: macros } = await operator(supabase).from('macros').insert(MACRO)
  if (macros) throw macros
}
