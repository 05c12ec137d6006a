/*
  The page of a ticket for its requester, in one call.
*/

-- As ticket_page(), with { reply_draft, kept_files, office }: the reply, no note, that the caller has begun (the one
-- with this id, or else the newest), the files that wait for it, and of a solved ticket the minutes of office
-- hours that it took and these hours, { minutes, hours }. Null as ticket_page() answers it.
-- In plpgsql, because it calls functions that are made later. Not a definer: row level security holds.
create function public.own_ticket_page(ticket_number integer, reply_id uuid default null) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  page constant jsonb := public.ticket_page(own_ticket_page.ticket_number);
  draft jsonb;
begin
  if page is null then
    return null;
  end if;

  select jsonb_build_object('id', d.id, 'body', d.body, 'lost_files', d.lost_files, 'updated_at', d.updated_at)
  into draft
  from public.ticket_reply_drafts d
  join public.tickets t on t.id = d.ticket_id
  where t.number = own_ticket_page.ticket_number
    and d.owner_id = (select auth.uid())
    and d.kind = 'public'
    and (reply_id is null or d.id = reply_id)
  order by d.updated_at desc
  limit 1;

  return page || jsonb_build_object(
    'reply_draft', draft,
    'kept_files', public.kept_files(coalesce(reply_id, (draft ->> 'id')::uuid)),
    'office', case
      when page -> 'ticket' ->> 'solved_at' is not null then jsonb_build_object(
        'minutes', public.office_minutes_of_ticket(own_ticket_page.ticket_number),
        'hours', private.office_hours_of_page()
      )
    end
  );
end
$$;

revoke execute on function public.own_ticket_page(integer, uuid) from public, anon, authenticated;
grant execute on function public.own_ticket_page(integer, uuid) to authenticated;
