/*
  A ticket that is made of a message has the message's files too: copies in its own folder, so that each ticket keeps
  its files whatever happens to the other's. The bytes are copied by the web server, with the rights of the agent.
*/

/*
  Announces the copies that the ticket with this id will have, as files of the caller that wait for it: answers
  [{ from, to }], the names of the objects that are still to be copied. Called again it announces nothing twice. What
  is never split is swept like every file that was announced and not sent.
  Raises PT404 as split_ticket does.
*/
create function public.announce_split_files(ticket_number integer, message_id uuid, id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_staff();
  ticket public.tickets := private.ticket_for(ticket_number, person);
begin
  perform private.message_to_split(ticket, announce_split_files.message_id);
  if exists (select 1 from public.tickets t where t.id = announce_split_files.id) then
    return '[]';
  end if;

  -- A moment apart from each other, since files are listed in the order they came.
  insert into public.ticket_attachments (id, ticket_id, message_key, uploaded_by, name, content_type, size, created_at)
  select
    private.id_of_copy(a.id, announce_split_files.id), announce_split_files.id, announce_split_files.id, person.id,
    a.name, a.content_type, a.size,
    now() + row_number() over (order by a.created_at, a.id) * interval '1 microsecond'
  from public.ticket_attachments a
  where a.message_id = announce_split_files.message_id
  on conflict do nothing;

  return (
    select coalesce(jsonb_agg(jsonb_build_object('from', a.object_name, 'to', copy.object_name)), '[]')
    from public.ticket_attachments a
    join public.ticket_attachments copy on copy.id = private.id_of_copy(a.id, announce_split_files.id)
    where a.message_id = announce_split_files.message_id
      and not exists (
        select 1 from storage.objects o
        where o.bucket_id = 'ticket-attachments' and o.name = copy.object_name
      )
  );
end
$$;

revoke execute on function public.announce_split_files(integer, uuid, uuid) from public, anon, authenticated;
grant execute on function public.announce_split_files(integer, uuid, uuid) to authenticated;

-- The same file and the same new ticket make the same id.
create function private.id_of_copy(file_id uuid, ticket_id uuid) returns uuid
language sql immutable set search_path = '' as $$
  select md5(file_id::text || ticket_id::text)::uuid
$$;
