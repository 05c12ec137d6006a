/*
  A reply to a ticket that was merged goes where the matter goes on, as long as that is a ticket of the same person.
*/

-- The ticket that goes on with one's own: itself, or the last one of the same requester that it was merged into, one
-- after the other. Null for somebody else's ticket.
create function private.own_ticket_after_merges(ticket_number integer, person_id uuid) returns integer
language sql stable set search_path = '' as $$
  with recursive own as (
    select t.number, t.merged_into, 0 as step
    from public.tickets t
    where t.number = ticket_number and t.requester_id = person_id
    union all
    select t.number, t.merged_into, own.step + 1
    from own
    join public.tickets t on t.id = own.merged_into and t.requester_id = person_id
  )
  select own.number from own order by own.step desc limit 1
$$;

-- As before, and: a requester's reply to a merged ticket is one to the ticket that goes on with it; to a follow-up of
-- that one, when it is closed too. Where a stranger's ticket goes on, a follow-up of one's own is opened, and staff
-- find its number at both.
create or replace function public.reply_to_ticket(
  ticket_number integer,
  id uuid,
  body text,
  next_status text default null
) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_person();
  ticket public.tickets := private.ticket_for(
    coalesce(private.own_ticket_after_merges(ticket_number, person.id), ticket_number), person
  );
  sent_to integer;
begin
  select t.number into sent_to
  from public.ticket_messages m
  join public.tickets t on t.id = m.ticket_id
  where m.id = reply_to_ticket.id and m.author_id = person.id and m.kind = 'public';
  if found then
    return sent_to;
  end if;

  if ticket.requester_id = person.id then
    sent_to := private.reply_as_requester(ticket, reply_to_ticket.id, reply_to_ticket.body);
    if ticket.merged_into is not null then
      insert into public.ticket_events (ticket_id, kind, actor_id, after, staff_only)
      values (ticket.merged_into, 'follow_up', person.id, sent_to::text, true);
    end if;
    return sent_to;
  end if;

  if next_status not in ('open', 'pending', 'on_hold', 'solved') then
    raise exception 'tickets_next_status'
      using errcode = '22023', detail = 'next_status', hint = 'Choose a status from the list.';
  end if;
  return private.reply_as_staff(ticket, reply_to_ticket.id, reply_to_ticket.body, next_status, person.id);
end
$$;
