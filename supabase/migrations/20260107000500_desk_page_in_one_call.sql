/*
  All that the desk's page of a ticket shows, in one call.
*/

/*
  ticket_page with { desk, categories, reply_draft, note_draft, kept_files }, or null when there is no such ticket.
  `reply_id` and `note_id` ask for what was begun under these ids; otherwise it is the newest of the caller.
  Raises PT403 for customers. Not a definer: row level security holds, and desk_ticket asks by itself.
*/
create function public.desk_page(ticket_number integer, reply_id uuid default null, note_id uuid default null)
returns jsonb
language plpgsql set search_path = '' as $$
declare
  desk constant jsonb := public.desk_ticket(desk_page.ticket_number);
  page jsonb;
  drafts jsonb;
begin
  if desk is null then
    return null;
  end if;
  page := public.ticket_page(desk_page.ticket_number);

  select jsonb_object_agg(newest.kind, newest.draft) into drafts
  from (
    select distinct on (d.kind)
      d.kind,
      jsonb_build_object(
        'id', d.id, 'body', d.body, 'lost_files', d.lost_files, 'updated_at', d.updated_at
      ) as draft
    from public.ticket_reply_drafts d
    where d.ticket_id = (page -> 'ticket' ->> 'id')::uuid
      and d.owner_id = (select auth.uid())
      and case d.kind when 'note' then note_id is null or d.id = note_id else reply_id is null or d.id = reply_id end
    order by d.kind, d.updated_at desc
  ) as newest;

  return page || jsonb_build_object(
    'desk', desk,
    'categories', (
      select coalesce(jsonb_agg(jsonb_build_object('slug', c.slug, 'name', c.name) order by c.position), '[]')
      from public.categories c
      where c.active
    ),
    'reply_draft', drafts -> 'public',
    'note_draft', drafts -> 'note',
    'kept_files', public.kept_files(coalesce(reply_id, (drafts -> 'public' ->> 'id')::uuid))
  );
end
$$;

revoke execute on function public.desk_page(integer, uuid, uuid) from public, anon, authenticated;
grant execute on function public.desk_page(integer, uuid, uuid) to authenticated;
