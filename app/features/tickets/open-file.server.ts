import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { notFound, Problem } from '~/lib/errors'
import { unwrap, type Supabase } from '~/platform/supabase.server'
import { BUCKET } from './attachments.server'
import type { Attachment } from './ticket'

type OpenFile = Attachment & { body: ReadableStream<Uint8Array> }

/**
 * A sent file, as a stream. RLS decides who may read it: whoever may read its message.
 * @throws Problem `not-found` for an unknown file, another ticket's and somebody else's alike
 */
export async function openFile(supabase: Supabase, number: number, id: string): Promise<OpenFile> {
  const found = await supabase
    .from('ticket_attachments')
    .select(
      'id, name, content_type, size, object_name, message:ticket_messages!inner(ticket:tickets!inner(number))',
    )
    .eq('id', id)
    .eq('message.ticket.number', number)
    .maybeSingle()
  const file = unwrap(found)
  if (!file) throw notFound()
  const { data, error } = await supabase.storage.from(BUCKET).download(file.object_name).asStream()
  if (error)
    throw new Problem('unavailable', 'This file cannot be read just now.', { cause: error })
  const { name, content_type, size } = file
  return {
    id,
    name,
    content_type,
    size,
    body: data as unknown as NodeReadableStream<Uint8Array> as ReadableStream<Uint8Array>,
  }
}
