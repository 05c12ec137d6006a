/*
  Files that wait for their message, as the database knows them: so a form with files opens also while Storage
  does not answer.
*/

-- The caller's files for a message that was not sent yet, in the order they came: [{ id, name, content_type,
-- size }]. One whose bytes never arrived was announced and is not there.
-- Not a definer: row level security holds, here and for the objects in Storage.
create function public.kept_files(message_key uuid) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(
    jsonb_agg(
      jsonb_build_object('id', a.id, 'name', a.name, 'content_type', a.content_type, 'size', a.size)
      order by a.created_at, a.id
    ),
    '[]'
  )
  from public.ticket_attachments a
  where a.message_key = kept_files.message_key
    and a.uploaded_by = (select auth.uid())
    and a.message_id is null
    and exists (
      select 1 from storage.objects o
      where o.bucket_id = 'ticket-attachments' and o.name = a.object_name
    )
$$;

revoke execute on function public.kept_files(uuid) from public, anon, authenticated;
grant execute on function public.kept_files(uuid) to authenticated;
