/*
  What an open ticket hears while somebody looks at it: also notes of colleagues, and that its fields have changed.
*/

-- "I am still here": answers { others, newest, latest: { id, kind, author }, version }, with the id of the newest
-- public message, and the latest message of either kind. Raises PT404.
-- Definer: nobody may write to presence directly.
create or replace function public.heartbeat(ticket_number integer) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_staff();
  looked_at public.tickets;
begin
  select * into looked_at from public.tickets t where t.number = ticket_number;
  if not found then
    raise exception 'There is no such ticket.' using errcode = 'PT404';
  end if;
  perform private.note_presence(looked_at.id, person.id);
  return jsonb_build_object(
    'others', private.others_present(looked_at.id, person.id),
    'version', looked_at.version,
    'newest', (
      select m.id
      from public.ticket_messages m
      where m.ticket_id = looked_at.id and m.kind = 'public'
      order by m.created_at desc, m.id desc
      limit 1
    ),
    'latest', (
      select jsonb_build_object('id', m.id, 'kind', m.kind, 'author', private.person_card(m.author_id))
      from public.ticket_messages m
      where m.ticket_id = looked_at.id
      order by m.created_at desc, m.id desc
      limit 1
    )
  );
end
$$;
